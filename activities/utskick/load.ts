import type { Prisma, PrismaClient } from '../../prisma/client.js';

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
      roller: { select: { roll: true, insatsId: true } },
      teammedlemskap: { select: { teamId: true, verksamhetId: true, ersattare: true } },
    },
  },
  arende: {
    select: {
      nummer: true,
      insatsId: true,
      teamId: true,
      koordinatorId: true,
      insats: { select: { kanslivyPerArende: true } },
      remiss: { select: { remittentId: true } },
      samtycken: { select: { verksamhetId: true, giltigtFran: true, giltigtTill: true, aterkallat: true } },
      uppgifter: { select: { id: true, typ: true, roll: true, verksamhetId: true, forfaller: true, avslutad: true } },
      _count: { select: { punkter: true } },
    },
  },
} satisfies Prisma.UtskickSelect;

/** A mail's row with what its text and its reader's rights are worked out from. No name and no text of the case is read. */
export type Utskicksrad = Prisma.UtskickGetPayload<{ select: typeof FIELDS }>;

/**
 * Reads a mail.
 * @throws when there is none with the id
 */
export const loadUtskick = (prisma: PrismaClient, id: string): Promise<Utskicksrad> =>
  prisma.utskick.findUniqueOrThrow({ where: { id }, select: FIELDS });
