import { beslut as beslutslista, faser, isPossibleIn, type Beslutstyp } from '../faser.js';
import { Forandring, type Omstandighet } from '../forandring.js';
import { hinder, type Hinder } from '../hinder.js';
import { koder } from '../koder.js';
import type { Beslut, Lage } from '../lage.js';
import { aterkoppling } from './aterkoppling.js';
import { avslut } from './avslut.js';
import { avslutsuppgifter } from './avslutsuppgifter.js';
import { fasbyte } from './fasbyte.js';
import { forlangning } from './forlangning.js';
import { forlangningsforslag } from './forlangningsforslag.js';
import { granskning } from './granskning.js';
import { inskrivning } from './inskrivning.js';
import { insatstidsoversyn } from './insatstidsoversyn.js';
import { kartlaggning } from './kartlaggning.js';
import { kontaktforsok } from './kontaktforsok.js';
import { personensSvar } from './personens-svar.js';
import { planuppfoljning } from './planuppfoljning.js';
import type { Beslutsregel } from './regel.js';
import { rekommendation } from './rekommendation.js';
import { uppfoljning } from './uppfoljning.js';
import { uteblivenAterkoppling } from './utebliven-aterkoppling.js';
import { yttrande } from './yttrande.js';

/** The rules of every decision. */
const regler: { readonly [T in Beslutstyp]: Beslutsregel<T> } = {
  granskning,
  yttrande,
  rekommendation,
  aterkoppling,
  utebliven_aterkoppling: uteblivenAterkoppling,
  personens_svar: personensSvar,
  inskrivning,
  kartlaggning,
  fasbyte,
  planuppfoljning,
  insatstidsoversyn,
  forlangningsforslag,
  forlangning,
  avslut,
  avslutsuppgifter,
  kontaktforsok,
  uppfoljning,
};

export const beslutstyper = koder(beslutslista);

const regelFor = <T extends Beslutstyp>(typ: T): Beslutsregel<T> => regler[typ];

/**
 * What stands in the way of a decision, or `undefined` when it can be taken. The same question is asked by the page that
 * shows the button, by the Update's validator, under the case's lock, and by the transaction.
 */
export function check<T extends Beslutstyp>(lage: Lage, beslut: Beslut<T>): Hinder | undefined {
  if (!isPossibleIn(beslut.typ, lage.fas))
    return hinder('fel_fas', `”${beslutslista[beslut.typ]}” kan inte göras nu: ärendet är i fasen ${faser[lage.fas]}.`);
  if (isOvertaken(lage, beslut))
    return hinder(
      'hann_fore',
      'Ärendet har ändrats sedan formuläret öppnades. Läs vad som har hänt, och skicka igen om beslutet fortfarande stämmer.',
    );
  return regelFor(beslut.typ).check(lage, beslut);
}

/**
 * Whether the case has gone on since the form was opened: into another phase, or by a decision of the same kind. Several
 * verksamheter answer one konsultation side by side; their yttranden do not overtake each other.
 */
function isOvertaken({ fasVersion = 0, senasteBeslut = {} }: Lage, { typ, sedd }: Beslut): boolean {
  if (sedd === undefined) return false;
  return fasVersion > sedd || (typ !== 'yttrande' && (senasteBeslut[typ] ?? 0) > sedd);
}

/** Works out what follows from a decision that nothing stands in the way of: the next state and what to write with it. */
export function decide(lage: Lage, beslut: Beslut, om: Omstandighet): Forandring {
  const forandring = new Forandring(lage, om);
  regelFor(beslut.typ).apply(forandring, beslut);
  const { senasteBeslut, version } = forandring.lage;
  forandring.set({ senasteBeslut: { ...senasteBeslut, [beslut.typ]: version } });
  return forandring;
}
