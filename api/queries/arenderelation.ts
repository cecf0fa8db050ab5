import { rattTill, type Arenderelation, type Person } from '../../domain/atkomst.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import type { PrismaClient } from '../../prisma/client.js';
import { relationSql } from '../../prisma/relation-sql.js';

/** What is needed to judge a person's rights to an ärende: ids, codes and dates only. */
export interface Arendeatkomst {
  readonly id: string;
  readonly nummer: string;
  readonly relation: Arenderelation;
  /** To whom it is opened in an emergency at the moment that was asked about. */
  readonly oppningar: readonly Oppning[];
}

/** An emergency opening of an ärende that stands. */
export interface Oppning {
  readonly id: string;
  readonly avId: string;
  /** ISO. */
  readonly till: string;
}

/**
 * Reads how people relate to an ärende, in one statement and without personal data, so that the rule can be asked before
 * anything is logged or shown.
 *
 * @param nummer as in the address, `SAMBA-2026-0042`
 * @param nu given where the ärende is only read: then an emergency opening that stands at the moment counts too
 * @returns undefined when no ärende has the number
 */
export async function findArendeatkomst(
  prisma: PrismaClient,
  nummer: string,
  nu?: Date,
): Promise<Arendeatkomst | undefined> {
  const [found] = await findArendeatkomster(prisma, [nummer], nu);
  return found;
}

/** The same for several, in one statement and no order; those that do not exist are left out. */
export async function findArendeatkomster(
  prisma: PrismaClient,
  nummer: readonly string[],
  nu?: Date,
): Promise<Arendeatkomst[]> {
  const rows = await prisma.$queryRaw<{ atkomst: Arendeatkomst }[]>`
    SELECT json_build_object(
      'id', a.id, 'nummer', a.nummer,
      'relation', ${relationSql},
      'oppningar', coalesce((
        SELECT json_agg(json_build_object('id', n.id, 'avId', n."avId", 'till', n.till) ORDER BY n.till)
        FROM nodatkomst n WHERE n."arendeId" = a.id AND n.avslutad IS NULL
          AND n.fran <= ${nu ?? null}::timestamptz AND n.till > ${nu ?? null}::timestamptz), '[]')
    ) AS atkomst
    FROM arende a JOIN remiss r ON r."arendeId" = a.id JOIN insats i ON i.id = a."insatsId"
    WHERE a.nummer = ANY(${[...nummer]})`;
  return rows.map(({ atkomst }) => withOppningar(atkomst));
}

function withOppningar(atkomst: Arendeatkomst): Arendeatkomst {
  if (atkomst.oppningar.length === 0) return atkomst;
  const nodatkomst = atkomst.oppningar.map(({ avId }) => avId);
  return { ...atkomst, relation: { ...atkomst.relation, nodatkomst } };
}

/**
 * Which of some ärenden a person may open, so that a list of numbers links only to those. One statement.
 *
 * @param nummer as in the address, `SAMBA-2026-0042`
 */
export async function readLasbara(
  prisma: PrismaClient,
  nummer: readonly string[],
  person: Person,
  idag: Dag,
): Promise<ReadonlySet<string>> {
  const rows = await prisma.$queryRaw<{ nummer: string; relation: Arenderelation }[]>`
    SELECT a.nummer, ${relationSql} AS relation
    FROM arende a JOIN remiss r ON r."arendeId" = a.id JOIN insats i ON i.id = a."insatsId"
    WHERE a.nummer = ANY(${nummer})`;
  const mayRead = ({ relation }: { relation: Arenderelation }): boolean =>
    rattTill(person, 'las_arende', relation, idag) !== undefined;
  return new Set(rows.filter(mayRead).map((row) => row.nummer));
}
