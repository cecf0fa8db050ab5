import { rattTill, verksamheterFor, isValidOn, relationer, type Relation } from '../../domain/atkomst.js';
import { isKod } from '../../domain/koder.js';
import { beslut as beslutslista, type Beslutstyp } from '../../domain/faser.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { visasForRemittenten } from '../../domain/remittentens-insyn.js';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import type { InloggadAnvandare } from '../login/current-user.js';
import { readArendehuvud, type Arendehuvud } from '../queries/arende.js';
import { findArendeatkomst, type Arendeatkomst } from '../queries/arenderelation.js';
import { readFormulardata } from '../queries/beslutsunderlag.js';
import { readRemittentinsyn, type Remittentinsyn } from '../queries/remiss.js';
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
  /** Set for who reads as remittent only: she sees no more here than on the page of her remiss. */
  readonly insyn?: Remittentinsyn | undefined;
}

/**
 * Finds out whether a person may take a kind of decision, before anything is read.
 *
 * @throws HttpProblem 404 for an unknown number or decision and for those without the right alike: who may not decide is
 * not told that the ärende exists; nor may the remittent once samtycke for her verksamhet has ended
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
  const oppnat = { typ, person, atkomst, grund, nu, idag };
  if (rattTill(person, 'las_arende', atkomst.relation, idag))
    return { ...oppnat, lasning: 'las_arende', hem: `/arenden/${atkomst.nummer}` };
  const insyn = await readRemittentinsyn(prisma, atkomst.id, idag);
  if (!insyn) throw problem(404);
  return { ...oppnat, lasning: 'las_remiss', hem: `/remisser/${atkomst.nummer}`, insyn };
}

/** Reads what a decision's form is made from: the case and what may be chosen in it. */
export async function readUnderlag(
  { prisma }: Pick<AppDeps, 'prisma'>,
  { atkomst, person, idag, nu, insyn }: Pick<OppnatBeslut, 'atkomst' | 'person' | 'idag' | 'nu' | 'insyn'>,
): Promise<{ arende: Arendehuvud; underlag: Formularunderlag }> {
  const [arende, data] = await Promise.all([
    readArendehuvud(prisma, atkomst.id),
    readFormulardata(prisma, atkomst.id, idag),
  ]);
  const underlag = { ...underlagOf(arende, atkomst, person, idag, nu), ...data };
  return { arende: insyn ? asRemittent(arende, insyn) : arende, underlag };
}

/** The case without what the remittent may not read: her own name for the person, and the events that concern her. */
const asRemittent = (arende: Arendehuvud, { namn }: Remittentinsyn): Arendehuvud => ({
  ...arende,
  person: { fodelsear: arende.person.fodelsear, skyddad: false, ...(namn === undefined ? {} : { namn }) },
  handelser: arende.handelser.filter(visasForRemittenten),
});

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
