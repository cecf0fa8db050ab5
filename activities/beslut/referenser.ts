import { overtagandehinder } from '../../domain/arbetsoverlamning.js';
import type { Beslutstyp } from '../../domain/faser.js';
import { namngivna } from '../../domain/beslut/skyddad-identitet.js';
import { hinder, type Hinder } from '../../domain/hinder.js';
import type { Beslut, Beslutsunderlag } from '../../domain/beslutsunderlag.js';
import type { Atgard } from '../../domain/lage.js';
import { MINST_NAMNGIVNA } from '../../domain/skydd.js';
import type { Transaction } from '../../prisma/client.js';
import { readNamngivningsbara } from '../../prisma/namngivningsbara.js';
import { hasRoll, readKvarNamngivna } from '../roller.js';
import type { Arenderad } from '../transaktion.js';

/*
 * The ids of people and verksamheter that travel with a decision. The rules know only those of the case; whether there
 * is such a one is asked of the tables before anything is written, so that an unknown one is told and not a fault.
 */

type Kontroll<T extends Beslutstyp> = (
  tx: Transaction,
  rad: Arenderad,
  data: Beslutsunderlag[T],
  /** Who decides. */
  av: string,
) => Promise<Hinder | undefined>;

const kontroller: { readonly [T in Beslutstyp]?: Kontroll<T> } = {
  identifiering: (tx, _rad, { samtycken }) =>
    checkVerksamheter(
      tx,
      samtycken.map(({ verksamhet }) => verksamhet),
    ),
  samtycke: (tx, _rad, { verksamheter }) => checkVerksamheter(tx, verksamheter),
  rekommendationsrattelse: (tx, _rad, { narvarande }) => checkVerksamheter(tx, narvarande),
  rekommendation: async (tx, rad, { utfall, atgarder = [] }) =>
    (await checkAnsvariga(tx, atgarder)) ?? (utfall === 'styrgrupp' ? checkStyrgrupp(tx, rad) : undefined),
  styrgruppslyft: checkStyrgrupp,
  flerpartsmote: (tx, _rad, { atgarder }) => checkAnsvariga(tx, atgarder),
  teamlyftsvar: (tx, _rad, { atgarder }) => checkAnsvariga(tx, atgarder),
  inskrivning: (tx, rad, { koordinator }) => checkKoordinator(tx, rad, koordinator),
  koordinatorsbyte: (tx, rad, { koordinator }) => checkKoordinator(tx, rad, koordinator),
  overlamning: checkMottagare,
  skyddad_identitet: checkNamngivna,
};

/**
 * What stands in the way of a decision because of whom it names.
 *
 * @returns codes `okand_verksamhet`, `okand_koordinator`, `okand_ansvarig`, `ersattare`, `okand_namngiven`,
 *   `utan_sammankallande`, `koordinator_borta`, `styrgrupp_ej_namngiven`, `okand_mottagare` and `annan_verksamhet`, told
 *   to who decides
 */
export const checkReferenser = <T extends Beslutstyp>(
  tx: Transaction,
  rad: Arenderad,
  { typ, data, av }: Beslut<T>,
): Promise<Hinder | undefined> => kontroller[typ]?.(tx, rad, data, av) ?? Promise.resolve(undefined);

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const isId = (id: string): boolean => UUID.test(id);

async function checkVerksamheter(tx: Transaction, verksamheter: readonly string[]): Promise<Hinder | undefined> {
  const ids = [...new Set(verksamheter)];
  const known = await tx.verksamhet.count({ where: { id: { in: ids.filter(isId) } } });
  if (known === ids.length) return undefined;
  return hinder('okand_verksamhet', 'En verksamhet finns inte. Välj verksamheter i listan.');
}

/** The named person of an action works at the verksamhet that promises it. */
async function checkAnsvariga(tx: Transaction, atgarder: readonly Atgard[]): Promise<Hinder | undefined> {
  for (const { person, verksamhet } of atgarder) {
    if (person === undefined) continue;
    const found =
      isId(person) &&
      isId(verksamhet) &&
      (await tx.anvandare.count({ where: { id: person, verksamhetId: verksamhet, aktiv: true } })) > 0;
    if (!found)
      return hinder(
        'okand_ansvarig',
        'Den som ansvarar för en åtgärd behöver arbeta i verksamheten som ska göra den. Välj någon annan, eller bara verksamheten.',
      );
  }
  return undefined;
}

async function checkKoordinator(tx: Transaction, rad: Arenderad, person: string): Promise<Hinder | undefined> {
  if (isId(person) && (await hasRoll(tx, rad, person, ['koordinator']))) return undefined;
  return hinder('okand_koordinator', 'Koordinatorn behöver vara koordinator i insatsen. Välj någon i listan.');
}

/** What is lifted to the styrgrupp is answered there: of a protected person by somebody of it who is named. */
async function checkStyrgrupp(tx: Transaction, rad: Arenderad): Promise<Hinder | undefined> {
  const { skyddad, namngivna: folk = [] } = rad.lage;
  if (!skyddad) return undefined;
  for (const id of folk) if (await hasRoll(tx, rad, id, ['styrgrupp'])) return undefined;
  return hinder(
    'styrgrupp_ej_namngiven',
    'Personen har skyddade personuppgifter och ingen i styrgruppen är namngiven i ärendet. Namnge någon av dem först, annars kan ingen svara.',
  );
}

/**
 * Those named for a protected person: an ersättare who can do the work, others who have to do with the ärende, and among
 * all of them somebody who decides in the insats, or nobody could go on with it.
 */
async function checkNamngivna(
  tx: Transaction,
  rad: Arenderad,
  data: Beslutsunderlag['skyddad_identitet'],
  av: string,
): Promise<Hinder | undefined> {
  const { ersattare, fler = [] } = data;
  if (!isId(ersattare) || !(await hasRoll(tx, rad, ersattare, ['koordinator', 'sammankallande'])))
    return hinder(
      'ersattare',
      'Ersättaren behöver vara koordinator eller sammankallande i insatsen. Välj någon i listan.',
    );
  const known = new Set((await readNamngivningsbara(tx, rad.id)).map(({ id }) => id));
  if (!fler.every((id) => known.has(id)))
    return hinder('okand_namngiven', 'Någon av dem har inget med ärendet att göra. Välj bland personerna i listan.');
  const { kvar, sammankallande } = await readKvarNamngivna(tx, rad, namngivna(rad.lage, { av, data }));
  if (sammankallande.length === 0)
    return hinder(
      'utan_sammankallande',
      'Minst en av de namngivna behöver vara sammankallande i insatsen, annars kan ingen fatta besluten. Kryssa i någon som är det.',
    );
  if (kvar.length < MINST_NAMNGIVNA)
    return hinder(
      'koordinator_borta',
      'Ärendets koordinator arbetar inte kvar. Kryssa i någon mer, så att minst två kan se ärendet.',
    );
  return undefined;
}

/**
 * Who takes over works at the same verksamhet as who hands over, and what samtycke opens to a verksamhet stays there:
 * its remiss, and what it has promised. As koordinator she needs that role in the insats.
 */
async function checkMottagare(
  tx: Transaction,
  rad: Arenderad,
  { fran, till }: Beslutsunderlag['overlamning'],
): Promise<Hinder | undefined> {
  const mottagare =
    isId(fran) && isId(till)
      ? await tx.anvandare.findFirst({
          where: { id: till, aktiv: true, verksamhet: { anvandare: { some: { id: fran } } } },
          select: { verksamhetId: true },
        })
      : null;
  if (!mottagare)
    return hinder('okand_mottagare', 'Den som tar över behöver vara aktiv och arbeta i samma verksamhet.');
  const { koordinator, uppgifter, frister } = rad.lage;
  const remiss = await tx.remiss.findUniqueOrThrow({ where: { arendeId: rad.id }, select: { verksamhetId: true } });
  const lovatFor = [
    ...uppgifter.filter(({ person }) => person === fran).map(({ verksamhet }) => verksamhet),
    ...frister.flatMap((frist) =>
      frist.typ === 'uppgift_oppnas' && frist.mal?.person === fran ? [frist.mal.verksamhet] : [],
    ),
  ].filter((verksamhet) => verksamhet !== undefined);
  const hennes = {
    insatsId: rad.insatsId,
    koordinator: koordinator === fran,
    remissFran: rad.remittentId === fran ? remiss.verksamhetId : undefined,
    lovatFor,
  };
  const koordinatorI = (await hasRoll(tx, rad, till, ['koordinator'])) ? [rad.insatsId] : [];
  return overtagandehinder(hennes, { verksamhetId: mottagare.verksamhetId, koordinatorI });
}
