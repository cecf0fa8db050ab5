import type { NyHandelse } from '../forandring.js';
import { arbetet } from './arbetet.js';
import { arendet } from './arendet.js';
import { avslutet } from './avslutet.js';
import { mottagning } from './mottagning.js';
import { platserna } from './platserna.js';
import { samtycket } from './samtycket.js';
import { teamet } from './teamet.js';
import { tiden } from './tiden.js';
import { Lasare, type Handelsetext, type Skriv, type Skrivsatt } from './skrivsatt.js';

export type { Handelsetext, Skrivsatt } from './skrivsatt.js';

/** Every kind of event that the rules write, in words. */
const texter = { ...mottagning, ...teamet, ...platserna, ...arbetet, ...tiden, ...samtycket, ...avslutet, ...arendet };

/** The kinds of event that have words. */
export type Handelsetyp = keyof typeof texter;
export const handelsetyper = Object.keys(texter) as Handelsetyp[];

/**
 * An event of a case's timeline in plain Swedish. Pure: names and the writing of dates come from the caller, so that the
 * same words serve pages with names and pages without.
 *
 * @returns the kind's code itself for a kind that this version does not know
 */
export function handelsetext(typ: string, data: NyHandelse['data'], skriv: Skrivsatt): Handelsetext {
  const text: Skriv | undefined = Object.hasOwn(texter, typ) ? texter[typ as Handelsetyp] : undefined;
  return text ? text(new Lasare(data), skriv) : { rubrik: typ };
}
