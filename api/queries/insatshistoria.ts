import type { Insatshandelsedata } from '../../domain/insats/handelsetexter.js';
import type { PrismaClient } from '../../prisma/client.js';

/** An event of an insats, with who caused it and the reason that she gave. */
export interface Insatshandelserad {
  readonly id: string;
  readonly typ: string;
  readonly nar: Date;
  readonly av: string | null;
  readonly data: Insatshandelsedata;
  readonly skal: string | null;
}

/** The latest events of an insats, newest first. What an obstacle says, and its answer, stand with the obstacles. */
export const readInsatshistoria = (
  prisma: PrismaClient,
  insatsId: string,
  most: number,
): Promise<Insatshandelserad[]> =>
  prisma.$queryRaw<Insatshandelserad[]>`
    SELECT h.version || '-' || h.ordning AS id, h.typ, h.nar, a.namn AS av, h.data,
           nullif(coalesce(b.formular ->> 'skal', CASE WHEN b.typ = 'koversyn' THEN b.formular ->> 'text' END), '') AS skal
    FROM insatshandelse h
    LEFT JOIN anvandare a ON a.id = h."avId"
    LEFT JOIN insatsbeslut b ON b.id = h."beslutId"
    WHERE h."insatsId" = ${insatsId}::uuid
    ORDER BY h.version DESC, h.ordning DESC LIMIT ${most}`;
