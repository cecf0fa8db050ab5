import type { Insatsroll } from '../../domain/insats/bemanning.js';
import type { Prisma, PrismaClient } from '../../prisma/client.js';
import type { Forvaltningsrackvidd } from './forvaltning.js';

/** A role of somebody in an insats. */
export interface Rollrad {
  readonly anvandareId: string;
  readonly namn: string;
  readonly verksamhet: string;
  readonly roll: Insatsroll;
  /** Whether she leads the styrgrupp. */
  readonly ordforande: boolean;
}

/** A seat in one of the insats's teams. */
export interface Teamrad {
  readonly teamId: string;
  readonly anvandareId: string;
  readonly namn: string;
  readonly verksamhet: string;
  readonly ersattare: boolean;
}

/** An active person of the förbund, to choose. */
export interface Personval {
  readonly id: string;
  readonly namn: string;
  readonly verksamhetId: string;
  readonly verksamhet: string;
}

/** Who works in an insats, and who could. */
export interface Insatsfolk {
  readonly roller: readonly Rollrad[];
  readonly medlemmar: readonly Teamrad[];
  readonly personer: readonly Personval[];
  readonly verksamheter: readonly { readonly id: string; readonly namn: string; readonly part: string }[];
}

/** Reads who works in an insats and who of its förbund could. Four statements. */
export async function readInsatsfolk(
  prisma: PrismaClient,
  { insatsId, forbundId }: { readonly insatsId: string; readonly forbundId: string },
): Promise<Insatsfolk> {
  const [roller, medlemmar, personer, verksamheter] = await Promise.all([
    prisma.$queryRaw<Rollrad[]>`
      SELECT r."anvandareId", a.namn, v.namn AS verksamhet, r.roll, r.ordforande
      FROM roll r JOIN anvandare a ON a.id = r."anvandareId" JOIN verksamhet v ON v.id = a."verksamhetId"
      WHERE r."insatsId" = ${insatsId}::uuid AND a.aktiv AND r.roll IN ('koordinator', 'sammankallande', 'styrgrupp')
      ORDER BY a.namn COLLATE "sv-x-icu", r.roll`,
    prisma.$queryRaw<Teamrad[]>`
      SELECT m."teamId", m."anvandareId", a.namn, v.namn AS verksamhet, m.ersattare
      FROM teammedlem m JOIN team t ON t.id = m."teamId" JOIN anvandare a ON a.id = m."anvandareId"
      JOIN verksamhet v ON v.id = m."verksamhetId"
      WHERE t."insatsId" = ${insatsId}::uuid AND a.aktiv
      ORDER BY v.namn COLLATE "sv-x-icu", m.ersattare, a.namn COLLATE "sv-x-icu"`,
    prisma.$queryRaw<Personval[]>`
      SELECT a.id, a.namn, v.id AS "verksamhetId", v.namn AS verksamhet
      FROM anvandare a JOIN verksamhet v ON v.id = a."verksamhetId"
      WHERE v."forbundId" = ${forbundId}::uuid AND a.aktiv ORDER BY a.namn COLLATE "sv-x-icu"`,
    prisma.$queryRaw<{ id: string; namn: string; part: string }[]>`
      SELECT id, namn, part FROM verksamhet WHERE "forbundId" = ${forbundId}::uuid ORDER BY namn COLLATE "sv-x-icu"`,
  ]);
  return { roller, medlemmar, personer, verksamheter };
}

/** A förbund as far as somebody administers it: all of it, or some parter. */
const organisationsfalt = (parter: readonly string[] | undefined) =>
  ({
    kod: true,
    namn: true,
    parter: {
      where: parter === undefined ? {} : { kod: { in: [...parter] } },
      orderBy: { ordning: 'asc' },
      select: { kod: true, namn: true },
    },
    verksamheter: {
      where: parter === undefined ? {} : { part: { in: [...parter] } },
      orderBy: { namn: 'asc' },
      select: {
        id: true,
        kod: true,
        namn: true,
        part: true,
        kommun: true,
        anvandare: {
          where: { aktiv: true },
          orderBy: { namn: 'asc' },
          select: { id: true, namn: true, titel: true, epost: true },
        },
      },
    },
  }) as const satisfies Prisma.ForbundSelect;

/** A förbund with its parter, verksamheter and active people. */
export type Organisation = Prisma.ForbundGetPayload<{ select: ReturnType<typeof organisationsfalt> }>;

/** The förbund of the installation, all of each; or within a förvaltare's reach, her parter of hers. */
export const readOrganisation = (prisma: PrismaClient, inom?: Forvaltningsrackvidd): Promise<Organisation[]> =>
  prisma.forbund.findMany({
    where: inom === undefined ? {} : { id: inom.forbundId },
    orderBy: { namn: 'asc' },
    select: organisationsfalt(inom?.parter),
  });
