import type { Arenderelation } from '../domain/atkomst.js';
import type { Lage } from '../domain/lage.js';
import { skyddadKrets, type Arendekrets, type Insatskrets, type Krets, type Kretsperson } from '../domain/mottagare.js';
import { insatsinnehavare } from '../domain/insats/tilldelning.js';
import type { Insatsuppgiftstyp } from '../domain/insats/uppgifter.js';
import type { Uppgiftstyp } from '../domain/uppgifter.js';
import { mayDo } from '../domain/uppgiftsagare.js';
import { Prisma, type Transaction } from './client.js';
import { ersattareFor } from './ersattare.js';
import { readPerson } from './person-sql.js';
import { inkalladeSql, relationSql } from './relation-sql.js';

/**
 * Whose chef the reminders about a protected person end with, of `anvandare kc`: those named, and until they are those who
 * are to name them.
 */
function leddaSql(insatsId: string, { namngivna = [], koordinator }: Lage): Prisma.Sql {
  if (namngivna.length > 0) return Prisma.sql`kc.id = ANY(${[...namngivna]}::uuid[])`;
  return Prisma.sql`(kc.id = ${koordinator ?? null}::uuid OR EXISTS (
    SELECT 1 FROM roll kr WHERE kr."anvandareId" = kc.id AND kr.roll = 'sammankallande'
      AND coalesce(kr."insatsId", ${insatsId}::uuid) = ${insatsId}::uuid))`;
}

/** The ärende whose people are read. */
export interface Kretsrad {
  readonly insatsId: string;
  readonly teamId: string;
  readonly remittentId: string;
}

/** Who holds a role; without an insats it is held for every insats. */
const innehavareSql = (insatsId: string, villkor: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce((
  SELECT json_agg(DISTINCT kr."anvandareId") FROM roll kr
  WHERE (kr."insatsId" = ${insatsId}::uuid OR kr."insatsId" IS NULL) AND ${villkor}), '[]')`;

const rollerSql = (insatsId: string): Prisma.Sql => Prisma.sql`
  'sammankallande', ${innehavareSql(insatsId, Prisma.sql`kr.roll = 'sammankallande'`)},
  'styrgrupp', ${innehavareSql(insatsId, Prisma.sql`kr.roll = 'styrgrupp'`)},
  'ordforande', ${innehavareSql(insatsId, Prisma.sql`kr.roll = 'styrgrupp' AND kr.ordforande`)},
  'kansli', ${innehavareSql(insatsId, Prisma.sql`kr.roll = 'kansli'`)}`;

type Roller = Omit<Krets, 'folk'>;

/** As the statement gives it. */
type Kretsdata = Roller &
  Pick<Arendekrets, 'team' | 'tilldelade'> & { readonly skyddat: boolean; readonly chefer: readonly string[] };

/**
 * Reads the people around an ärende as they are on a day, whom mails and reminders go to (domain/mottagare.ts).
 *
 * @param lage the state that names the koordinator and whose the tasks are
 * @param dag the Swedish day, `YYYY-MM-DD`
 * @param andra others whom a mail is for
 */
export async function readKrets(
  tx: Transaction,
  { insatsId, teamId, remittentId }: Kretsrad,
  lage: Lage,
  dag: string,
  andra: readonly string[] = [],
): Promise<Arendekrets> {
  const { arendeId, koordinator, samtycken, namngivna = [] } = lage;
  const [found] = await tx.$queryRaw<{ krets: Kretsdata }[]>`
    SELECT json_build_object(${rollerSql(insatsId)},
      'skyddat', coalesce((
        SELECT ki.skyddad FROM arende kd JOIN individ ki ON ki.id = kd."individId"
        WHERE kd.id = ${arendeId}::uuid), FALSE),
      'chefer', coalesce((
        SELECT json_agg(DISTINCT kc."chefId") FROM anvandare kc
        WHERE kc."chefId" IS NOT NULL AND ${leddaSql(insatsId, lage)}), '[]'),
      'team', coalesce((
        SELECT json_agg(json_build_object('person', km."anvandareId", 'verksamhet', km."verksamhetId",
          'ersattare', km.ersattare, 'inkallad', km."anvandareId" IN (${inkalladeSql(Prisma.sql`${arendeId}::uuid`)})))
        FROM teammedlem km WHERE km."teamId" = ${teamId}::uuid), '[]'),
      'tilldelade', coalesce((
        SELECT json_object_agg(split_part(ku.id, '/', 2),
          json_strip_nulls(json_build_object('till', ku."tilldeladId", 'vilarTill', ku."vilarTill")))
        FROM uppgift ku WHERE ku."arendeId" = ${arendeId}::uuid AND ku.avslutad IS NULL
          AND ku."tilldeladId" IS NOT NULL), '{}')) AS krets`;
  if (!found) throw new Error('The people around the ärende were not read');
  const { skyddat, chefer, ...around } = found.krets;
  const krets = { ...around, tilldelade: await stillHeld(tx, arendeId, around.tilldelade, dag) };
  const folk = await readFolk(tx, dag, [
    remittentId,
    ...(koordinator === undefined ? [] : [koordinator]),
    ...rollinnehavare(krets),
    ...krets.team.map(({ person }) => person),
    ...Object.values(krets.tilldelade).map(({ till }) => till),
    ...personerI(lage),
    ...namngivna,
    ...chefer,
    ...andra,
  ]);
  const alla = {
    ...krets,
    folk,
    remittent: remittentId,
    ...(koordinator === undefined ? {} : { koordinator }),
    samtycken,
  };
  return skyddat ? skyddadKrets(alla, { namngivna, panytt: lage.namngivna?.length === 0, chefer }) : alla;
}

/** Tasks that somebody has taken who may still do them; the others are again those of all who owe them. */
async function stillHeld(
  tx: Transaction,
  arendeId: string,
  tilldelade: Arendekrets['tilldelade'],
  dag: string,
): Promise<Arendekrets['tilldelade']> {
  if (Object.keys(tilldelade).length === 0) return tilldelade;
  const [found] = await tx.$queryRaw<{ relation: Arenderelation }[]>`
    SELECT ${relationSql} AS relation
    FROM arende a JOIN remiss r ON r."arendeId" = a.id JOIN insats i ON i.id = a."insatsId"
    WHERE a.id = ${arendeId}::uuid`;
  const held: [string, (typeof tilldelade)[number]][] = [];
  for (const [nr, one] of Object.entries(tilldelade)) {
    const { typ, roll, verksamhetId, anvandareId } = await tx.uppgift.findUniqueOrThrow({
      where: { id: `${arendeId}/${nr}` },
      select: { typ: true, roll: true, verksamhetId: true, anvandareId: true },
    });
    const agd = { verksamhetId: verksamhetId ?? undefined, personId: anvandareId ?? undefined };
    const uppgift = { typ: typ as Uppgiftstyp, roll, ...agd };
    if (found && mayDo(await readPerson(tx, one.till, dag), uppgift, found.relation, dag)) held.push([nr, one]);
  }
  return Object.fromEntries(held);
}

/** Reads the people around an insats as they are on a day. @param dag the Swedish day, `YYYY-MM-DD` */
export async function readInsatskrets(tx: Transaction, id: string, dag: string): Promise<Insatskrets> {
  const [found] = await tx.$queryRaw<{ krets: Roller & { platser: Record<string, string[]> } }[]>`
    SELECT json_build_object(${rollerSql(id)}, 'platser', coalesce((
      SELECT json_object_agg(t.kod, (
        SELECT coalesce(json_agg(km."anvandareId"), '[]') FROM teammedlem km WHERE km."teamId" = t.id))
      FROM team t WHERE t."insatsId" = ${id}::uuid), '{}')) AS krets`;
  if (!found) throw new Error('The people around the insats were not read');
  const { platser: team, ...roller } = found.krets;
  const tilldelade = await tilldeladeI(tx, id, dag);
  const folk = await readFolk(tx, dag, [
    ...rollinnehavare(roller),
    ...Object.values(team).flat(),
    ...Object.values(tilldelade),
  ]);
  return { ...roller, team, folk, tilldelade };
}

/** Who has the insats's own open tasks, by their number: those who may still do them. */
async function tilldeladeI(tx: Transaction, insatsId: string, dag: string): Promise<Insatskrets['tilldelade']> {
  const rows = await tx.insatsuppgift.findMany({
    where: { insatsId, avslutad: null, tilldeladId: { not: null } },
    select: { id: true, typ: true, tilldelad: { select: { id: true, namn: true, aktiv: true } } },
  });
  const held: [string, string][] = [];
  for (const { id, typ, tilldelad } of rows) {
    if (!tilldelad) continue;
    const kollega = { ...tilldelad, ...(await readPerson(tx, tilldelad.id, dag)) };
    const har = insatsinnehavare({ typ: typ as Insatsuppgiftstyp, insatsId, tilldelad: kollega });
    if (har) held.push([id.split('/')[1] ?? '', har.id]);
  }
  return Object.fromEntries(held);
}

const rollinnehavare = ({ sammankallande, styrgrupp, kansli }: Roller): string[] => [
  ...sammankallande,
  ...styrgrupp,
  ...kansli,
];

/** The named persons of tasks, open and to come. */
const personerI = ({ uppgifter, frister }: Lage): string[] =>
  [...uppgifter, ...frister.flatMap((frist) => ('mal' in frist && frist.mal ? [frist.mal] : []))].flatMap(
    ({ person }) => person ?? [],
  );

/** Some people and those who stand in for them; who has left is not among them. */
async function readFolk(
  tx: Transaction,
  dag: string,
  ids: readonly string[],
): Promise<Readonly<Record<string, Kretsperson>>> {
  const unika = [...new Set(ids)];
  const rows = await tx.$queryRaw<{ id: string; ersattare: string | null }[]>`
    SELECT kp.id, ke.id AS ersattare
    FROM anvandare kp LEFT JOIN anvandare ke ON ke.id = kp."ersattareId" AND ke.aktiv
    WHERE kp.aktiv AND (kp.id = ANY(${unika}::uuid[])
      OR kp.id IN (SELECT "ersattareId" FROM anvandare WHERE id = ANY(${unika}::uuid[])))`;
  const borta = await ersattareFor(
    tx,
    rows.map(({ id }) => id),
    dag,
  );
  return Object.fromEntries(
    rows.map(({ id, ersattare }) => {
      const ersatts = borta.get(id);
      return [
        id,
        { ...(ersattare === null ? {} : { ersattare }), ...(ersatts === undefined ? {} : { borta: ersatts }) },
      ];
    }),
  );
}
