import type { NekadSak } from '../../domain/spar/handlingar.js';
import type { PrismaClient } from '../../prisma/client.js';

/** What an address named, as the trace refers to it. */
export interface Funnen {
  /** The ärende that it is, or belongs to. */
  readonly arendeId?: string | null | undefined;
  /** The id of what it is; an ärende's is told already. */
  readonly id?: string | undefined;
  /** The kod of the insats that it belongs to, for what belongs to no ärende: its granskare read it. */
  readonly insats?: string | undefined;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

type Finder = (prisma: PrismaClient, id: string) => Promise<Funnen | null>;

/** Refers to a row by its id alone. */
const byId = (found: Promise<{ readonly id: string } | null>): Promise<Funnen | null> => found;

const onlyId = { id: true } as const;
const inArende = { id: true, arendeId: true } as const;

const FINNER: Readonly<Record<Exclude<NekadSak, 'sida' | 'val' | 'arende' | 'insats'>, Finder>> = {
  utkast: (prisma, id) => byId(prisma.utkast.findUnique({ where: { id }, select: onlyId })),
  bilaga: (prisma, id) => prisma.bilaga.findUnique({ where: { id }, select: inArende }),
  async mote(prisma, id) {
    const select = { id: true, team: { select: { insats: { select: { kod: true } } } } } as const;
    const mote = await prisma.mote.findUnique({ where: { id }, select });
    return mote && { id, insats: mote.team.insats.kod };
  },
  anvandare: (prisma, id) => byId(prisma.anvandare.findUnique({ where: { id }, select: onlyId })),
  overlamning: (prisma, id) => byId(prisma.overlamning.findUnique({ where: { id }, select: onlyId })),
  gallring: (prisma, id) => byId(prisma.gallring.findUnique({ where: { id }, select: onlyId })),
  gallringsstopp: (prisma, id) => prisma.gallringsstopp.findUnique({ where: { id }, select: inArende }),
  nodatkomst: (prisma, id) => prisma.nodatkomst.findUnique({ where: { id }, select: inArende }),
  egen_uppgift: (prisma, id) => byId(prisma.egenUppgift.findUnique({ where: { id }, select: onlyId })),
};

/**
 * Finds what somebody was refused, so that the trace can refer to it: whether it exists, and nothing else of it.
 *
 * @param id as it stood in the address
 * @returns undefined when there is no such thing
 */
export async function findNekad(prisma: PrismaClient, sak: NekadSak, id: string): Promise<Funnen | undefined> {
  switch (sak) {
    case 'sida':
    case 'val':
      return undefined;
    case 'arende': {
      const arende = await prisma.arende.findUnique({ where: { nummer: id }, select: onlyId });
      return arende ? { arendeId: arende.id } : undefined;
    }
    case 'insats': {
      const insats = await prisma.insats.findUnique({ where: { kod: id }, select: { kod: true } });
      return insats ? { insats: insats.kod } : undefined;
    }
    default:
      return UUID.test(id) ? ((await FINNER[sak](prisma, id)) ?? undefined) : undefined;
  }
}
