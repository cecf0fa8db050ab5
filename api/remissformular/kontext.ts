import type { Alderspost } from '../../domain/behorighet.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import type { Dag } from '../../domain/kalender/tid.js';
import type { z } from 'zod';
import type { Svar } from './steg.js';

/** A verksamhet that samtycke can open an ärende to. */
export interface Verksamhetsval {
  readonly id: string;
  readonly kod: string;
  readonly namn: string;
}

/** An insats that remisser can be sent to. */
export interface Insatsval {
  readonly kod: string;
  readonly namn: string;
  readonly profil: Insatsprofil;
  readonly huvudman: Verksamhetsval;
  /** The verksamheter of each team, by the team's kod; the person's kommun tells which one receives the remiss. */
  readonly team: Readonly<Record<string, readonly Verksamhetsval[]>>;
}

/** Whether who asked is to be named: a remiss from outside the parter is entered by sammankallande. */
export type Kallfraga = 'nej' | 'frivillig' | 'kravs';

/** What the form's rules need besides the answers. */
export interface Formularkontext {
  readonly idag: Dag;
  readonly insatser: readonly Insatsval[];
  /** Every verksamhet of the förbund. */
  readonly verksamheter: readonly Verksamhetsval[];
  readonly remittent: { readonly id: string; readonly verksamhet: Verksamhetsval; readonly kalla: Kallfraga };
}

/** The same for the pages that follow on the first one. */
export interface Sidkontext extends Formularkontext {
  /** The insats that was chosen, if one was. */
  readonly insats: Insatsval | undefined;
  /** The verksamheter of the team that receives the remiss. */
  readonly team: readonly Verksamhetsval[];
  readonly avidentifierad: boolean;
  /** What tells how old the person is, once it was answered. */
  readonly fodd?: Alderspost | undefined;
}

/** The rules of one page. */
export interface Formularsida<T> {
  /** Names of the page's fields; nothing else is kept of what is sent. */
  falt(kontext: Sidkontext): readonly string[];
  /** The rules, which may depend on other answers of the page. */
  regler(svar: Svar, kontext: Sidkontext): z.ZodType<T>;
}

/** Every verksamhet that a remiss to an insats can have samtycke for: the sender's, the huvudman's and the team's. */
export function samtyckesverksamheter({ insats, team, remittent }: Sidkontext): readonly Verksamhetsval[] {
  const all = [remittent.verksamhet, ...(insats ? [insats.huvudman] : []), ...team];
  return all.filter((one, index) => all.findIndex(({ id }) => id === one.id) === index);
}

/** The insatser that a samtycke can name beside the chosen one. */
export const andraInsatser = ({ insats, insatser }: Sidkontext) =>
  insatser.filter(({ kod }) => kod !== insats?.kod).map(({ kod, namn }) => ({ id: kod, namn }));

/** The verksamheter that may have raised the person beside the remittent's own. */
export const andraVerksamheter = ({ verksamheter, remittent }: Formularkontext): readonly Verksamhetsval[] =>
  verksamheter.filter(({ id }) => id !== remittent.verksamhet.id);

/** Those without whose samtycke an identified remiss cannot be sent (design 2.1). */
export const kravdaVerksamheter = ({ insats, remittent }: Sidkontext): ReadonlySet<string> =>
  new Set([remittent.verksamhet.id, ...(insats ? [insats.huvudman.id] : [])]);
