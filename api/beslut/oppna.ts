import { aliashinder } from '../../domain/alias.js';
import {
  hasPromised,
  isValidOn,
  rattsgrund,
  rattTill,
  relationer,
  verksamheterFor,
  type Relation,
} from '../../domain/atkomst.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { raknaPlatser } from '../../domain/platser.js';
import { visasForRemittenten } from '../../domain/remittentens-insyn.js';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import type { InloggadAnvandare } from '../login/current-user.js';
import { readArendehuvud, type Arendehuvud } from '../queries/arende.js';
import { findArendeatkomst, type Arendeatkomst } from '../queries/arenderelation.js';
import { readFormulardata, readPersonnamn } from '../queries/beslutsunderlag.js';
import { readRemittentinsyn, type Remittentinsyn } from '../queries/remiss.js';
import { readTeamkalender } from '../../prisma/teamkalender.js';
import { fraganOm } from './fran-beslut.js';
import type { Formularbeslut, Formularunderlag, Oppenatgard } from './formular.js';
import { harFormular } from './index.js';

/** A person who may take a kind of decision in an ärende. */
export interface OppnatBeslut {
  readonly typ: Formularbeslut;
  readonly person: InloggadAnvandare;
  readonly atkomst: Arendeatkomst;
  readonly grund: Relation;
  /** Who is away and in whose place she decides; missing: she decides by her own right. */
  readonly istalletFor?: string | undefined;
  /** Now, by the installation's clock. */
  readonly nu: Date;
  /** Today in Sweden. */
  readonly idag: string;
  /** Where the person goes when done. */
  readonly hem: string;
  /** What the trace calls a reading by this person. */
  readonly lasning: 'las_arende' | 'las_remiss' | 'las_atgard' | 'las_lyft';
  /** Set for who reads as remittent only: she sees no more here than on the page of her remiss. */
  readonly insyn?: Remittentinsyn | undefined;
  /** Set for who reads only what she has promised or what was lifted to her: no name, no history of the case. */
  readonly utanPerson?: boolean | undefined;
}

/** What is read by who may decide without reading the case, and where she goes when done. */
const UTAN_PERSON = {
  medhandlaggare: { lasning: 'las_atgard', hem: '/uppgifter', utanPerson: true },
  styrgrupp: { lasning: 'las_lyft', hem: '/styrgrupp', utanPerson: true },
} as const satisfies Partial<Record<Relation, unknown>>;

/**
 * Finds out whether a person may take a kind of decision, before anything is read.
 *
 * @throws HttpProblem 404 for an unknown number or decision and for those without the right alike: who may not decide is
 * not told that the ärende exists; nor may the remittent once samtycke for her verksamhet has ended. Who has promised an
 * action, and the styrgrupp, decide without seeing the person (design 3).
 */
export async function openBeslut(
  { prisma, klocka }: Pick<AppDeps, 'prisma' | 'klocka'>,
  person: InloggadAnvandare,
  nummer: string,
  typ: string,
): Promise<OppnatBeslut> {
  if (!harFormular(typ)) throw problem(404);
  const [atkomst, nu] = await Promise.all([findArendeatkomst(prisma, nummer), klocka.now()]);
  if (!atkomst) throw problem(404);
  const idag = dayOf(nu);
  const ratt = rattsgrund(person, typ, atkomst.relation, idag);
  if (!ratt) throw problem(404);
  const { grund } = ratt;
  const oppnat = { typ, person, atkomst, ...ratt, nu, idag };
  if (rattTill(person, 'las_arende', atkomst.relation, idag))
    return { ...oppnat, lasning: 'las_arende', hem: `/arenden/${atkomst.nummer}` };
  if (grund === 'medhandlaggare' || grund === 'styrgrupp') return { ...oppnat, ...UTAN_PERSON[grund] };
  const insyn = await readRemittentinsyn(prisma, atkomst.id, idag);
  if (!insyn) throw problem(404);
  return { ...oppnat, lasning: 'las_remiss', hem: `/remisser/${atkomst.nummer}`, insyn };
}

/** Reads what a decision's form is made from: the case and what may be chosen in it. */
export async function readUnderlag(
  { prisma }: Pick<AppDeps, 'prisma'>,
  oppnat: Pick<OppnatBeslut, 'typ' | 'atkomst' | 'person' | 'idag' | 'nu' | 'insyn' | 'utanPerson'>,
  ref?: string,
): Promise<{ arende: Arendehuvud; underlag: Formularunderlag }> {
  const { typ, atkomst, person, idag, nu } = oppnat;
  const [arende, data, dagordning, namnen] = await Promise.all([
    readArendehuvud(prisma, atkomst.id, idag),
    readFormulardata(prisma, atkomst.id, idag),
    readTeamkalender(prisma, atkomst.relation.teamId, nu.toISOString()),
    typ === 'skyddad_identitet' ? readPersonnamn(prisma, atkomst.id) : [],
  ]);
  const visad = synligt(arende, oppnat);
  const bilagor = data.bilagor.filter((one) => mayOffer(oppnat, one));
  const filer = oppnat.insyn ? `/remisser/${atkomst.nummer}/bilagor` : `/arenden/${atkomst.nummer}/dokument`;
  const atgarder = data.atgarder.filter((one) => mayReport(person, one, atkomst, idag));
  const bas = underlagOf(arende, atkomst, person, idag, nu);
  const forslag = data.medel.forslag.filter(({ beslutas }) => bas.relationer.includes(beslutas));
  const underlag = {
    ...bas,
    ...data,
    medel: { ...data.medel, forslag },
    atgarder,
    dagordning,
    ref,
    bilagor,
    bilageadress: filer + fraganOm({ typ, ref }),
    aliasfel: (alias: string) => aliashinder(alias, namnen, visad.person.namn !== undefined)?.mening,
  };
  return { arende: visad, underlag };
}

/** The remittent chooses among what was sent with the remiss, by herself or who had it before her or in her place; who decides without seeing the person, among nothing. */
const mayOffer = (
  { insyn, utanPerson }: Pick<OppnatBeslut, 'insyn' | 'utanPerson'>,
  { slag }: { slag: string },
): boolean => !utanPerson && (!insyn || slag === 'remiss');

/** Who leads the case reports any of its actions, others what they have promised. */
const mayReport = (
  person: InloggadAnvandare,
  { personId, verksamhetId }: Oppenatgard,
  { relation }: Arendeatkomst,
  idag: string,
): boolean =>
  relationer(person, relation, idag).some((one) => one === 'koordinator' || one === 'sammankallande') ||
  hasPromised(person, { personId: personId ?? null, verksamhetId }, relation, idag);

/** The case as far as the reader may see it. */
function synligt(arende: Arendehuvud, { insyn, utanPerson }: Pick<OppnatBeslut, 'insyn' | 'utanPerson'>): Arendehuvud {
  if (insyn) return asRemittent(arende, insyn);
  if (!utanPerson) return arende;
  return { ...arende, person: { fodelsear: 0, skyddad: true }, handelser: [] };
}

/**
 * The case without what the remittent may not read: her own name for the person, which of a protected one she has put
 * down herself, and the events that concern her.
 */
const asRemittent = (arende: Arendehuvud, { namn }: Remittentinsyn): Arendehuvud => ({
  ...arende,
  person: { fodelsear: arende.person.fodelsear, skyddad: false, ...(namn === undefined ? {} : { namn }) },
  handelser: arende.handelser.filter(visasForRemittenten),
});

/** The part of a form's material that the case itself gives. */
export function underlagOf(
  { lage, profil, nyasteVersion, namn }: Arendehuvud,
  { relation }: Arendeatkomst,
  person: InloggadAnvandare,
  idag: string,
  nu: Date,
): Formularunderlag {
  const valid = relation.samtycken.filter((one) => isValidOn(one, idag)).map(({ verksamhetId }) => verksamhetId);
  const open = lage.samtycken.filter((id) => valid.includes(id));
  const own = relationer(person, relation, idag);
  const mine = own.includes('sammankallande') ? open : verksamheterFor(person, relation, idag);
  const named = (ids: readonly string[]) =>
    [...new Set(ids)]
      .map((id) => ({ id, namn: namn[id] ?? id }))
      .toSorted((a, b) => a.namn.localeCompare(b.namn, 'sv'));
  return {
    idag,
    nu: nu.toISOString(),
    personId: person.id,
    relationer: own,
    lage,
    profil,
    nyasteVersion,
    verksamheter: named(open),
    yttrandeFor: named(mine.filter((id) => open.includes(id) && !lage.yttranden?.includes(id))),
    koordinatorer: [],
    platser: raknaPlatser({ upptagna: 0, overinskrivna: 0, erbjudna: 0 }, undefined),
    andraInsatser: [],
    samtyckesval: [],
    anvandare: [],
    atgarder: [],
    ko: [],
  };
}
