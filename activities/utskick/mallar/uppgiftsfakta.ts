import { dagarMellan, formatDatum, formatTidKvar } from '../../../domain/datumord.js';
import { roller } from '../../../domain/koder.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import type { Brev } from '../brev.js';
import { arendeord } from './arendeord.js';
import type { Brevunderlag, Brevuppgift } from '../underlag.js';

/** A task in a mail's words, seen from the day on which the mail goes. */
export interface Uppgiftsord {
  /** The ärende at the beginning of a subject. */
  readonly amne: string;
  readonly rubrik: string;
  readonly varfor: string;
  /** `senast fre 27 nov 2026`, or `försenat 3 dagar`. */
  readonly nar: string;
  readonly sen: boolean;
  readonly egen: boolean;
  readonly ersattare: boolean;
  readonly fakta: Brev['fakta'];
  readonly rad: Brev['rad'];
}

/**
 * Puts a mail's task into words.
 * @throws when the mail is about no task
 */
export function uppgiftsord({ idag, uppgift, ...arende }: Brevunderlag): Uppgiftsord {
  if (!uppgift) throw new Error('A mail about a task needs one');
  const { rubrik, varfor } = uppgiftstyper[uppgift.typ];
  const { amne, fakta } = arendeord(arende);
  const sen = dagarMellan(uppgift.forfaller, idag) > 0;
  const kvar = formatTidKvar(uppgift.forfaller, idag);
  const nar = sen ? kvar : `senast ${formatDatum(uppgift.forfaller)}`;
  const hos = uppgift.egen ? '' : ` (ligger hos ${roller[uppgift.roll].toLocaleLowerCase('sv')})`;
  return {
    amne,
    rubrik,
    varfor,
    nar,
    rad: { text: `${amne}: ${rubrik}, ${nar}${hos}`, forfaller: uppgift.forfaller },
    sen,
    egen: uppgift.egen,
    ersattare: uppgift.ersattare,
    fakta: [
      ...fakta,
      { term: 'Uppgift', varde: rubrik },
      ...ansvar(uppgift),
      { term: 'Senast', varde: `${formatDatum(uppgift.forfaller)} (${kvar})` },
    ],
  };
}

/** Whose a lifted task is: by role, because a verksamhet's name beside a number says something about the person. */
const ansvar = ({ egen, roll }: Brevuppgift): Brev['fakta'] =>
  egen ? [] : [{ term: 'Ligger hos', varde: roller[roll] }];
