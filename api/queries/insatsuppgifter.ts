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
  /** Where it is done. */
  readonly adress: string;
}

interface Row extends Omit<Insatsuppgiftsrad, 'adress'> {
  readonly insatsId: string;
  readonly ref: string | null;
}

/** The open tasks of insatser that a person owes, least time left first. One statement; the access rule decides. */
export async function openInsatstasks(prisma: PrismaClient, person: Person): Promise<Insatsuppgiftsrad[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT u.id, i.id AS "insatsId", i.kod, i.namn AS insats, u.typ, u.ref, u.forfaller::text AS forfaller
    FROM insatsuppgift u JOIN insats i ON i.id = u."insatsId"
    WHERE u.avslutad IS NULL ORDER BY u.forfaller, i.kod, u.id`;
  return rows
    .filter(({ typ, insatsId }) => insatsrattTill(person, insatsuppgiftstyper[typ].beslut, { insatsId, teamIds: [] }))
    .map(({ id, kod, insats, typ, forfaller, ref }) => {
      const { beslut } = insatsuppgiftstyper[typ];
      const adress = `/insatser/${kod}/beslut/${beslut}${ref === null ? '' : `?hinder=${ref}`}`;
      return { id, kod, insats, typ, forfaller, adress };
    });
}
