import type { Handlingsslag } from '../../domain/gallring.js';
import { Prisma, type Transaction } from '../../prisma/client.js';
import { sammanstallningWorkflowId, remissWorkflowId, utskickWorkflowId } from '../../workflows/messages.js';
import { forstorArendenyckel } from '../../prisma/nycklar/forstor.js';

/** What was destroyed in the database, and what the engine still holds of it. */
export interface Forstort {
  /** Rows. */
  readonly antal: number;
  /** Ids of workflows whose histories are to be removed. */
  readonly floden: readonly string[];
}

/** The rows of an ärende, each table before those that it refers to. A test holds the list together with the database. */
export const ARENDETABELLER = [
  'gallringsstopp',
  'nodatkomst',
  'overlamningspost',
  'utskick',
  'uppgift',
  'rekommendation',
  'narvaro',
  'motespunkt',
  'yttrande',
  'samtycke',
  'bilaga',
  'aktualiserande_verksamhet',
  'kodsvar',
  'handelse',
  'beslut',
  'atgard',
  'komplettering',
  'styrgruppslyft',
  'forgrupp',
  'koplats',
  'platserbjudande',
  'aterkoppling',
  'personens_svar',
  'deltagande',
  'kartlaggning',
  'genomforandeplan',
  'anteckning',
  'egen_uppgift',
  'flerpartsmote',
  'teamlyft',
  'avvikelse',
  'medel',
  'aktivitet',
  'ersattningsansokan',
  'paus',
  'undantag',
  'koordinatorsbyte',
  'planuppfoljning',
  'skattning',
  'forlangning',
  'avslut',
  'kontaktforsok',
  'uppfoljning',
  'remiss',
] as const;

/**
 * Destroys a kind of document of one ärende: the only place where anything of an ärende is destroyed. The caller holds the
 * ärende and has asked whether it may be.
 *
 * @param statistik whether a row of statistics is left of a whole ärende
 */
export function forstorHandlingar(
  tx: Transaction,
  { arendeId, slag, statistik }: { arendeId: string; slag: Handlingsslag; statistik: boolean },
): Promise<Forstort> {
  switch (slag) {
    case 'anteckningar':
      return rows(tx, [
        Prisma.sql`DELETE FROM anteckning WHERE "arendeId" = ${arendeId}::uuid`,
        Prisma.sql`DELETE FROM egen_uppgift WHERE "arendeId" = ${arendeId}::uuid`,
      ]);
    case 'bilagor':
      return rows(tx, [Prisma.sql`DELETE FROM bilaga WHERE "arendeId" = ${arendeId}::uuid AND slag <> 'samtycke'`]);
    case 'plan':
      return forstorPlan(tx, arendeId);
    case 'arende':
      return forstorArende(tx, arendeId, statistik);
  }
}

async function rows(tx: Transaction, statements: readonly Prisma.Sql[]): Promise<Forstort> {
  let antal = 0;
  for (const statement of statements) antal += await tx.$executeRaw(statement);
  return { antal, floden: [] };
}

/** The texts of a plan stand in its rows and in the forms that it was decided by. */
async function forstorPlan(tx: Transaction, arendeId: string): Promise<Forstort> {
  await tx.$executeRaw`
    UPDATE beslut SET formular = ${'{}'}::jsonb WHERE "arendeId" = ${arendeId}::uuid
      AND typ IN ('genomforandeplan', 'kartlaggning', 'utan_kartlaggning', 'planuppfoljning')`;
  return rows(tx, [
    Prisma.sql`DELETE FROM genomforandeplan WHERE "arendeId" = ${arendeId}::uuid`,
    Prisma.sql`DELETE FROM kartlaggning WHERE "arendeId" = ${arendeId}::uuid`,
    Prisma.sql`DELETE FROM planuppfoljning WHERE "arendeId" = ${arendeId}::uuid`,
  ]);
}

/**
 * Destroys a whole ärende: everything in the database that is its own, and the person when no other ärende is about her.
 * Whatever else holds something of an ärende is destroyed here too.
 */
async function forstorArende(tx: Transaction, arendeId: string, statistik: boolean): Promise<Forstort> {
  if (statistik) await writeStatistik(tx, arendeId);
  const floden = await readFloden(tx, arendeId);
  const { individId, utkastId } = await tx.arende.findUniqueOrThrow({
    where: { id: arendeId },
    select: { individId: true, utkastId: true },
  });
  await forstorArendenyckel(tx, arendeId);
  const own = Prisma.sql`${arendeId}::uuid`;
  const { antal } = await rows(tx, [
    Prisma.sql`DELETE FROM motoruppdrag m WHERE m."refId" = ${own}
      OR m."refId" IN (SELECT u.id FROM utskick u WHERE u."arendeId" = ${own})`,
    Prisma.sql`DELETE FROM rekommendationsrattelse r USING rekommendation k
      WHERE k.id = r."rekommendationId" AND k."arendeId" = ${own}`,
    Prisma.sql`DELETE FROM erbjudandekontakt k USING platserbjudande e
      WHERE e.id = k."erbjudandeId" AND e."arendeId" = ${own}`,
    Prisma.sql`DELETE FROM tilldelning t USING uppgift u WHERE u.id = t."uppgiftId" AND u."arendeId" = ${own}`,
    ...ARENDETABELLER.map((tabell) => Prisma.sql`DELETE FROM ${Prisma.raw(`"${tabell}"`)} WHERE "arendeId" = ${own}`),
    Prisma.sql`DELETE FROM arendelank WHERE "franId" = ${own} OR "tillId" = ${own}`,
    Prisma.sql`DELETE FROM arende WHERE id = ${own}`,
    Prisma.sql`DELETE FROM utkast WHERE id = ${utkastId}::uuid`,
    Prisma.sql`DELETE FROM sammanstallning s WHERE s.id = ANY(${floden.sammanstallningar}::uuid[])`,
    Prisma.sql`DELETE FROM individ i WHERE i.id = ${individId}::uuid
      AND NOT EXISTS (SELECT 1 FROM arende a WHERE a."individId" = i.id)`,
  ]);
  return {
    antal,
    floden: [
      remissWorkflowId(arendeId),
      ...floden.utskick.map(utskickWorkflowId),
      ...floden.sammanstallningar.map(sammanstallningWorkflowId),
    ],
  };
}

/** The mails of an ärende, and the morning mails that told of nothing else. */
async function readFloden(tx: Transaction, arendeId: string) {
  const utskick = await tx.utskick.findMany({ where: { arendeId }, select: { id: true, sammanstallningId: true } });
  const inblandade = [...new Set(utskick.flatMap(({ sammanstallningId }) => sammanstallningId ?? []))];
  const sammanstallningar = await tx.sammanstallning.findMany({
    where: {
      id: { in: inblandade },
      utskick: { none: { OR: [{ arendeId: null }, { arendeId: { not: arendeId } }] } },
    },
    select: { id: true },
  });
  return { utskick: utskick.map(({ id }) => id), sammanstallningar: sammanstallningar.map(({ id }) => id) };
}

/**
 * Leaves what is counted: codes and years under an id of its own. No day and no month, because the trace has those of the
 * ärende; nothing of who wants to be left out of statistics, and nothing of what was registered by mistake.
 */
async function writeStatistik(tx: Transaction, arendeId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO arendestatistik (id, "insatsId", part, syfte, kon, alder, kommun, ar, "stangtAr", "stangdSom", spar,
      utbildning, "tidIOffentligForsorjning", inskriven, manader, orsak, uppfoljning, svar)
    SELECT gen_random_uuid(), a."insatsId", v.part, r.syfte, i.kon,
      (extract(year FROM a.skapad)::int - i.fodelsear) / 10 * 10, r.kommun, extract(year FROM a.skapad)::int,
      extract(year FROM a.stangd)::int, a."stangdSom", a.spar, r.utbildning, r."tidIOffentligForsorjning",
      d."arendeId" IS NOT NULL,
      (extract(year FROM age(x.avslutsdatum, a.startdatum)) * 12 + extract(month FROM age(x.avslutsdatum, a.startdatum)))::int,
      x.orsak, u.resultat,
      ARRAY(SELECT k.vid || '/' || k.slag || '/' || k.kod FROM kodsvar k WHERE k."arendeId" = a.id ORDER BY 1)
    FROM arende a JOIN remiss r ON r."arendeId" = a.id JOIN verksamhet v ON v.id = r."verksamhetId"
    JOIN individ i ON i.id = a."individId" LEFT JOIN deltagande d ON d."arendeId" = a.id
    LEFT JOIN avslut x ON x."arendeId" = a.id LEFT JOIN uppfoljning u ON u."arendeId" = a.id
    WHERE a.id = ${arendeId}::uuid AND r.statistiksamtycke IS NOT FALSE
      AND a."stangdSom" IS DISTINCT FROM 'felregistrerad' AND x.orsak IS DISTINCT FROM 'felregistrering'`;
}
