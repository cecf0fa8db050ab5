import { Forandring, type Omstandighet } from './forandring.js';
import { sistaDagGranskning } from './frister.js';
import type { Syfte } from './koder.js';
import type { Lage } from './lage.js';

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
  /** The verksamheter that everything rests on: the remittent's and the insats's huvudman. */
  readonly remittentVerksamhet: string;
  readonly huvudman: string;
  readonly nollplacerad?: boolean;
  readonly skyndsam?: boolean;
}

/** A remiss arrives: the case's first state, the receipt to the remittent and the task to review it (design 2.1–2.2). */
export function receive(inkommen: Inkommen, om: Omstandighet): Forandring {
  const empty: Lage = {
    ...inkommen,
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
  return forandring;
}
