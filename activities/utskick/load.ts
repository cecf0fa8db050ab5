import type { Arenderelation } from '../../domain/atkomst.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import type { Uppgiftsperson } from '../../domain/uppgiftsagare.js';
import type { Prisma, PrismaClient } from '../../prisma/client.js';
import { readPerson } from '../../prisma/person-sql.js';
import { relationSql } from '../../prisma/relation-sql.js';

const FIELDS = {
  id: true,
  arendeId: true,
  slag: true,
  sekvens: true,
  nyckel: true,
  status: true,
  mottagare: {
    select: {
      id: true,
      epost: true,
      aktiv: true,
      ersattareFor: { select: { id: true } },
      chefFor: { select: { id: true, roller: { select: { roll: true, insatsId: true } } } },
    },
  },
  arende: {
    select: {
      nummer: true,
      uppgifter: {
        select: {
          id: true,
          typ: true,
          roll: true,
          verksamhetId: true,
          anvandareId: true,
          tilldeladId: true,
          ref: true,
          forfaller: true,
          avslutad: true,
        },
      },
    },
  },
} satisfies Prisma.UtskickSelect;

type Rad = Prisma.UtskickGetPayload<{ select: typeof FIELDS }>;

/** A mail's row with what its text and its reader's rights are worked out from. No name and no text of the case is read. */
export type Utskicksrad = Omit<Rad, 'arende' | 'arendeId'> & {
  readonly arendeId: string;
  readonly arende: NonNullable<Rad['arende']>;
  readonly relation: Arenderelation;
  /** What its reader may do, also in the place of who is away. */
  readonly person: Uppgiftsperson;
};

/**
 * Reads a mail.
 *
 * @param idag the Swedish day on which its reader's rights are asked
 * @throws when there is none with the id
 */
export async function loadUtskick(prisma: PrismaClient, id: string, idag: Dag): Promise<Utskicksrad> {
  const rad = await prisma.utskick.findUniqueOrThrow({ where: { id }, select: FIELDS });
  const [found] = await prisma.$queryRaw<{ relation: Arenderelation }[]>`
    SELECT ${relationSql} AS relation
    FROM arende a JOIN remiss r ON r."arendeId" = a.id JOIN insats i ON i.id = a."insatsId"
    WHERE a.id = ${rad.arendeId}::uuid`;
  const { arende, arendeId } = rad;
  if (!found || !arende || arendeId === null) throw new Error(`The mail ${id} is about no ärende with a remiss`);
  const person = await readPerson(prisma, rad.mottagare.id, idag);
  return { ...rad, arende, arendeId, relation: found.relation, person };
}
