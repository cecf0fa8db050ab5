import {
  overtagandehinder,
  platshinder,
  rollFoljerMed,
  type Arendeinnehav,
  type Overtagare,
  type Teamplats,
} from '../domain/arbetsoverlamning.js';
import { rattTill, type Arenderelation } from '../domain/atkomst.js';
import type { Dag } from '../domain/kalender/kalender.js';
import { Prisma, type Transaction } from './client.js';
import { readPerson } from './person-sql.js';
import { relationSql } from './relation-sql.js';

type Db = Pick<Transaction, '$queryRaw'>;

/** An open ärende of which something is a person's. */
export interface Innehavsrad extends Arendeinnehav {
  readonly arendeId: string;
  readonly nummer: string;
  readonly insats: string;
  readonly namngiven: boolean;
  /** Whether its person is protected: then who is not named in it is told no number. */
  readonly skyddat: boolean;
}

/** What of `arende a` names a person as the one who has promised it: open tasks, and those that will open by themselves. */
const lovat = (person: Prisma.Sql) => Prisma.sql`ARRAY(
  SELECT u."verksamhetId"::text FROM uppgift u
  WHERE u."arendeId" = a.id AND u.avslutad IS NULL AND u."anvandareId" = ${person} AND u."verksamhetId" IS NOT NULL
  UNION
  SELECT f->'mal'->>'verksamhet' FROM jsonb_array_elements(a.lage->'frister') f
  WHERE f->'mal'->>'person' = ${person}::text AND f->'mal'->>'verksamhet' IS NOT NULL)`;

/**
 * The open ärenden of which something is a person's: koordinator (also after avslut, as long as the follow-up is owed),
 * remittent, named in a task, or one of those named for a protected person. One statement, by number.
 */
export async function readArendeinnehav(db: Db, anvandareId: string): Promise<Innehavsrad[]> {
  const person = Prisma.sql`${anvandareId}::uuid`;
  const namngiven = Prisma.sql`coalesce(a.lage->'namngivna' @> to_jsonb(${person}::text), FALSE)`;
  const rows = await db.$queryRaw<{ rad: Innehavsrad }[]>`
    SELECT json_strip_nulls(json_build_object(
      'arendeId', a.id, 'nummer', a.nummer, 'skyddat', p.skyddad, 'insatsId', a."insatsId", 'insats', i.namn,
      'koordinator', coalesce(a."koordinatorId" = ${person}, false),
      'remissFran', CASE WHEN r."remittentId" = ${person} THEN r."verksamhetId" END,
      'lovatFor', to_json(${lovat(person)}),
      'namngiven', ${namngiven})) AS rad
    FROM arende a JOIN remiss r ON r."arendeId" = a.id JOIN insats i ON i.id = a."insatsId"
    JOIN individ p ON p.id = a."individId"
    WHERE a.fas <> 'stangd' AND (
      a."koordinatorId" = ${person} OR r."remittentId" = ${person}
      OR EXISTS (SELECT 1 FROM uppgift u
                 WHERE u."arendeId" = a.id AND u.avslutad IS NULL AND u."anvandareId" = ${person})
      OR a.lage @> jsonb_build_object('frister', jsonb_build_array(
           jsonb_build_object('mal', jsonb_build_object('person', ${person}::text))))
      OR ${namngiven})
    ORDER BY a.nummer`;
  return rows.map(({ rad }) => rad);
}

/** A role of a person. */
export interface Roll {
  readonly id: string;
  readonly roll: string;
  readonly insatsId: string | null;
  readonly part: string | null;
  readonly ordforande: boolean;
  /** Given by the login: nobody takes it here. */
  readonly franLogin: boolean;
}

/** What a person has that is no ärende's: by it the roles and seats that go to whoever takes over are chosen. */
export interface Uppdrag {
  readonly id: string;
  readonly namn: string;
  readonly aktiv: boolean;
  readonly verksamhetId: string;
  readonly roller: readonly Roll[];
  readonly platser: readonly Teamplats[];
}

const UPPDRAG = {
  id: true,
  namn: true,
  aktiv: true,
  verksamhetId: true,
  roller: { select: { id: true, roll: true, insatsId: true, part: true, ordforande: true, franLogin: true } },
  teammedlemskap: { select: { teamId: true, verksamhetId: true, ersattare: true } },
} as const satisfies Prisma.AnvandareSelect;

/** Reads a person's roles and seats. @returns undefined when there is no such person */
export async function readUppdrag(
  db: Pick<Transaction, 'anvandare'>,
  anvandareId: string,
): Promise<Uppdrag | undefined> {
  const found = await db.anvandare.findUnique({ where: { id: anvandareId }, select: UPPDRAG });
  if (!found) return undefined;
  const { teammedlemskap, ...person } = found;
  return { ...person, platser: teammedlemskap };
}

/** The roles that go along, and the seats, each with what keeps it. */
export const foljerMed = (fran: Uppdrag, till: Uppdrag) => ({
  roller: fran.roller.filter(({ roll }) => rollFoljerMed(roll)),
  platser: fran.platser.map((plats) => ({ plats, hinder: platshinder(plats, till.verksamhetId, till.platser) })),
});

/** Who takes over, when the roles have been moved. */
export const overtagareEfter = (fran: Uppdrag, till: Uppdrag): Overtagare => {
  const roller = [...till.roller, ...fran.roller.filter(({ roll }) => rollFoljerMed(roll))];
  const som = roller.filter(({ roll }) => roll === 'koordinator').map(({ insatsId }) => insatsId);
  return {
    verksamhetId: till.verksamhetId,
    koordinatorI: som.includes(null) ? 'alla' : som.filter((insatsId) => insatsId !== null),
  };
};

/** The ärenden, each with the code of what stands in the way of handing it over. */
export const medHinder = (arenden: readonly Innehavsrad[], overtagare: Overtagare) =>
  arenden.map((rad) => ({ ...rad, fel: overtagandehinder(rad, overtagare)?.kod }));

/**
 * The open tasks to oneself of a person that are tied to ärenden which are not handed over: each with whether whoever
 * takes over may open the ärende. Two statements.
 *
 * @param utom the ärenden that are handed over
 */
export async function readEgnaUppgifterKvar(
  db: Db,
  { fran, till, utom, idag }: { fran: string; till: string; utom: readonly string[]; idag: Dag },
): Promise<{ readonly id: string; readonly foljer: boolean }[]> {
  const rows = await db.$queryRaw<{ id: string; relation: Arenderelation }[]>`
    SELECT e.id, ${relationSql} AS relation
    FROM egen_uppgift e JOIN arende a ON a.id = e."arendeId" JOIN remiss r ON r."arendeId" = a.id
    JOIN insats i ON i.id = a."insatsId"
    WHERE e."agareId" = ${fran}::uuid AND e.klar IS NULL AND NOT a.id = ANY(${[...utom]}::uuid[])`;
  if (rows.length === 0) return [];
  const { ersatter: _, ...person } = await readPerson(db, till, idag);
  return rows.map(({ id, relation }) => ({
    id,
    foljer: (['las_arende', 'las_remiss'] as const).some((what) => rattTill(person, what, relation, idag)),
  }));
}

/** Counts what else names a person: tasks given to her by name, and people whom she stands in for. One statement. */
export async function readOvrigt(
  db: Db,
  anvandareId: string,
  idag: Dag,
): Promise<{ readonly tilldelade: number; readonly ersattare: number; readonly utkast: number }> {
  const person = Prisma.sql`${anvandareId}::uuid`;
  const [rad] = await db.$queryRaw<{ tilldelade: number; ersattare: number; utkast: number }[]>`
    SELECT
      (SELECT count(*)::int FROM (
        SELECT id FROM uppgift WHERE "tilldeladId" = ${person} AND avslutad IS NULL
        UNION ALL SELECT id FROM insatsuppgift WHERE "tilldeladId" = ${person} AND avslutad IS NULL) g) AS tilldelade,
      (SELECT count(DISTINCT id)::int FROM (
        SELECT id FROM anvandare WHERE "ersattareId" = ${person} AND aktiv
        UNION ALL SELECT "anvandareId" FROM franvaro
        WHERE "ersattareId" = ${person} AND borttagen IS NULL AND till >= ${idag}::date) x) AS ersattare,
      (SELECT count(*)::int FROM utkast WHERE "agareId" = ${person} AND skickad IS NULL) AS utkast`;
  return rad ?? { tilldelade: 0, ersattare: 0, utkast: 0 };
}
