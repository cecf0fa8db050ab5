import type { Lage } from '../../domain/lage.js';
import type { PrismaClient } from '../../prisma/client.js';

/** A meeting of one of an insats's teams. */
export interface Teamtid {
  /** The team's code. */
  readonly team: string;
  readonly borjar: string;
}

/** An ärende that waits for a later meeting than the one asked for. */
export interface SenareArende {
  readonly id: string;
  readonly nummer: string;
  /** The meeting that it stands on now. */
  readonly mote: Date;
  readonly lage: Lage;
}

const isNamedIn = (id: string) => ({ lage: { path: ['namngivna'], array_contains: [id] } });

/**
 * The konsultationer of a team that stand on the agenda of a later meeting, in the order of the meetings; that of a
 * protected person for those named in it alone.
 */
export async function readSenareArenden(
  prisma: PrismaClient,
  insatsId: string,
  { team, borjar }: Teamtid,
  personId: string,
): Promise<readonly SenareArende[]> {
  const punkter = await prisma.motespunkt.findMany({
    where: {
      utgatt: false,
      mote: { installt: false, borjar: { gt: borjar }, team: { insatsId, kod: team } },
      arende: { fas: 'konsultation', OR: [{ individ: { skyddad: false } }, isNamedIn(personId)] },
    },
    orderBy: [{ mote: { borjar: 'asc' } }, { ordning: 'asc' }],
    select: { mote: { select: { borjar: true } }, arende: { select: { id: true, nummer: true, lage: true } } },
  });
  return punkter.map(({ mote, arende }) => ({
    id: arende.id,
    nummer: arende.nummer,
    mote: mote.borjar,
    lage: arende.lage as unknown as Lage,
  }));
}
