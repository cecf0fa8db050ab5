import { insatsrattTill } from '../../domain/insats/atkomst.js';
import { insatsuppgiftstyper, type Insatsuppgiftstyp } from '../../domain/insats/uppgifter.js';
import type { Person } from '../../domain/atkomst.js';
import type { PrismaClient } from '../../prisma/client.js';

/** An open task of an insats. */
export interface Insatsuppgiftsrad {
  readonly id: string;
  readonly kod: string;
  readonly insats: string;
  readonly typ: Insatsuppgiftstyp;
  /** last day, `YYYY-MM-DD` */
  readonly forfaller: string;
  /** whether the person owes it herself */
  readonly min: boolean;
  /** Where it is done, or for who may only look: where it is read about. */
  readonly adress: string;
}

interface Row extends Omit<Insatsuppgiftsrad, 'adress' | 'min'> {
  readonly insatsId: string;
  readonly ref: string | null;
}

/**
 * The open tasks of insatser that a person owes, or sees because she works in the insats, least time left first. One
 * statement; the access rule decides.
 */
export async function openInsatstasks(prisma: PrismaClient, person: Person): Promise<Insatsuppgiftsrad[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT u.id, i.id AS "insatsId", i.kod, i.namn AS insats, u.typ, u.ref, u.forfaller::text AS forfaller
    FROM insatsuppgift u JOIN insats i ON i.id = u."insatsId"
    WHERE u.avslutad IS NULL ORDER BY u.forfaller, i.kod, u.id`;
  return rows.flatMap(({ insatsId, ref, ...rad }) => {
    const { beslut } = insatsuppgiftstyper[rad.typ];
    const has = (what: Parameters<typeof insatsrattTill>[1]) =>
      insatsrattTill(person, what, { insatsId, teamIds: [] }) !== undefined;
    const min = has(beslut);
    if (!min && !has('las_inkorg')) return [];
    const adress = min ? `/beslut/${beslut}${ref === null ? '' : `?hinder=${ref}`}` : '';
    return [{ ...rad, min, adress: `/insatser/${rad.kod}${adress}` }];
  });
}
