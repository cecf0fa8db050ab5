import type { Insatsprofil } from '../domain/insatsprofil.js';
import { raknaPlatser, type Platsrakning, type Platsunderlag } from '../domain/platser.js';
import { Prisma, type Transaction } from './client.js';
import { platsunderlagSql } from './platser-sql.js';

/** Counts the places of an insats on a day by a profile of it. One statement. */
export async function countPlatser(
  prisma: Pick<Transaction, '$queryRaw'>,
  insatsId: string,
  dag: string,
  { kapacitet: { samtidigt, pausFrigorPlats } }: Pick<Insatsprofil, 'kapacitet'>,
): Promise<Platsrakning> {
  const fraga = { insatsId: Prisma.sql`${insatsId}::uuid`, dag, pausFrigorPlats };
  const [row] = await prisma.$queryRaw<{ platser: Platsunderlag }[]>`SELECT ${platsunderlagSql(fraga)} AS platser`;
  if (!row) throw new Error('A count is always a row');
  return raknaPlatser(row.platser, samtidigt);
}
