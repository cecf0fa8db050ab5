import { Forandring, type Omstandighet } from './forandring.js';
import { sistaDagGranskning } from './frister.js';
import type { Syfte } from './koder.js';
import type { SamtyckeIBeslut } from './beslutsunderlag.js';
import type { Lage } from './lage.js';
import { kravNamngivning } from './skydd.js';
import { foljUpp, registreraSamtycke } from './samtycken.js';

/** What is known of an ärende when its remiss arrives. */
export interface Inkommen {
  readonly arendeId: string;
  readonly nummer: string;
  readonly insats: string;
  readonly profilversion: number;
  readonly team: string;
  readonly syfte: Syfte;
  readonly identifierad: boolean;
  readonly samtycken: readonly string[];
  /** The samtycken of an identified person by their days, those among them that are still to begin too. */
  readonly samtyckesperioder?: readonly SamtyckeIBeslut[];
  /** The verksamheter that everything rests on: the remittent's and the insats's huvudman. */
  readonly remittentVerksamhet: string;
  readonly huvudman: string;
  readonly nollplacerad?: boolean;
  readonly skyndsam?: boolean;
  /** Set when the person's details are protected. */
  readonly skyddad?: true;
  /** Set when that is known from another ärende and not by who sends this one. */
  readonly skyddFranAnnat?: true;
}

/** A remiss arrives: the case's first state, the receipt to the remittent and the task to review it (design 2.1–2.2). */
export function receive({ samtyckesperioder = [], ...inkommen }: Inkommen, om: Omstandighet): Forandring {
  const withPeriod = new Set(samtyckesperioder.map(({ verksamhet }) => verksamhet));
  const empty: Lage = {
    ...inkommen,
    // a period says itself whether it opens the case today
    samtycken: inkommen.samtycken.filter((verksamhet) => !withPeriod.has(verksamhet)),
    version: 0,
    fas: 'mottagen',
    fasSedan: om.nu,
    senasteUppgift: 0,
    uppgifter: [],
    frister: [],
  };
  const forandring = new Forandring(empty, om);
  forandring.note('remiss_inkommen', { syfte: inkommen.syfte, identifierad: inkommen.identifierad });
  forandring.utskick.push({ slag: 'kvitto', nyckel: 'kvitto', till: { roll: 'remittent' } });
  forandring.open('granskning', sistaDagGranskning(om));
  if (inkommen.skyddFranAnnat) forandring.note('skydd_fran_annat');
  if (inkommen.skyddad) kravNamngivning(forandring);
  for (const period of samtyckesperioder) registreraSamtycke(forandring, period);
  if (samtyckesperioder.length > 0) foljUpp(forandring);
  return forandring;
}
