import { rattTill, verksamheterFor, isValidOn, relationer, type Relation } from '../../domain/atkomst.js';
import { isKod } from '../../domain/koder.js';
import { beslut as beslutslista, type Beslutstyp } from '../../domain/faser.js';
import { dayOf } from '../../domain/kalender/tid.js';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import type { InloggadAnvandare } from '../login/current-user.js';
import { readArendehuvud, type Arendehuvud } from '../queries/arende.js';
import { findArendeatkomst, type Arendeatkomst } from '../queries/arenderelation.js';
import { readFormulardata } from '../queries/beslutsunderlag.js';
import type { Formularunderlag } from './formular.js';

/** A person who may take a kind of decision in an ärende. */
export interface OppnatBeslut {
  readonly typ: Beslutstyp;
  readonly person: InloggadAnvandare;
  readonly atkomst: Arendeatkomst;
  readonly grund: Relation;
  /** Now, by the installation's clock. */
  readonly nu: Date;
  /** Today in Sweden. */
  readonly idag: string;
  /** Where the person goes when done. */
  readonly hem: string;
  /** What the trace calls a reading by this person. */
  readonly lasning: 'las_arende' | 'las_remiss';
}

/**
 * Finds out whether a person may take a kind of decision, before anything is read.
 *
 * @throws HttpProblem 404 for an unknown number or decision and for those without the right alike: who may not decide is
 * not told that the ärende exists
 */
export async function openBeslut(
  { prisma, klocka }: Pick<AppDeps, 'prisma' | 'klocka'>,
  person: InloggadAnvandare,
  nummer: string,
  typ: string,
): Promise<OppnatBeslut> {
  if (!isKod(beslutslista, typ)) throw problem(404);
  const [atkomst, nu] = await Promise.all([findArendeatkomst(prisma, nummer), klocka.now()]);
  if (!atkomst) throw problem(404);
  const idag = dayOf(nu);
  const grund = rattTill(person, typ, atkomst.relation, idag);
  if (!grund) throw problem(404);
  const lasning = rattTill(person, 'las_arende', atkomst.relation, idag) ? 'las_arende' : 'las_remiss';
  const hem = lasning === 'las_arende' ? `/arenden/${atkomst.nummer}` : `/remisser/${atkomst.nummer}`;
  return { typ, person, atkomst, grund, nu, idag, hem, lasning };
}

/** Reads what a decision's form is made from: the case and what may be chosen in it. */
export async function readUnderlag(
  { prisma }: Pick<AppDeps, 'prisma'>,
  { atkomst, person, idag, nu }: Pick<OppnatBeslut, 'atkomst' | 'person' | 'idag' | 'nu'>,
): Promise<{ arende: Arendehuvud; underlag: Formularunderlag }> {
  const [arende, data] = await Promise.all([
    readArendehuvud(prisma, atkomst.id),
    readFormulardata(prisma, atkomst.id, idag),
  ]);
  return { arende, underlag: { ...underlagOf(arende, atkomst, person, idag, nu), ...data } };
}

/** The part of a form's material that the case itself gives. */
export function underlagOf(
  { lage, profil, namn }: Arendehuvud,
  { relation }: Arendeatkomst,
  person: InloggadAnvandare,
  idag: string,
  nu: Date,
): Formularunderlag {
  const valid = relation.samtycken.filter((one) => isValidOn(one, idag)).map(({ verksamhetId }) => verksamhetId);
  const open = lage.samtycken.filter((id) => valid.includes(id));
  const mine = relationer(person, relation, idag).includes('sammankallande')
    ? open
    : verksamheterFor(person, relation, idag);
  const named = (ids: readonly string[]) =>
    [...new Set(ids)]
      .map((id) => ({ id, namn: namn[id] ?? id }))
      .toSorted((a, b) => a.namn.localeCompare(b.namn, 'sv'));
  return {
    idag,
    nu: nu.toISOString(),
    lage,
    profil,
    verksamheter: named(open),
    yttrandeFor: named(mine.filter((id) => open.includes(id) && !lage.yttranden?.includes(id))),
    koordinatorer: [],
    upptagna: 0,
  };
}
