import { handlingarFor } from '../../domain/spar/urval.js';
import type { Sparrackvidd } from '../../domain/spar/rackvidd.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { omArende, readSpar, type Sparsida } from './spar.js';

/** What is looked for in the trace. */
export interface Sparfraga {
  /** First and last day, `YYYY-MM-DD`. */
  readonly fran: string;
  readonly till: string;
  readonly arendeId?: string | undefined;
  /** Who did it. */
  readonly personId?: string | undefined;
  /** Where who did it works. */
  readonly verksamhetId?: string | undefined;
  /** A kind of what was done, or one of it (domain/spar/urval.ts). */
  readonly handling?: string | undefined;
}

/**
 * Reads a page of what is looked for in the trace, as far as the reader's reach goes. Two statements, whatever is asked.
 *
 * @param sida from 1
 */
export const sokSpar = (
  prisma: PrismaClient,
  rackvidd: Sparrackvidd,
  { fran, till, arendeId, personId, verksamhetId, handling }: Sparfraga,
  sida: number,
): Promise<Sparsida> => {
  const villkor = [
    withinSparrackvidd(rackvidd),
    Prisma.sql`l.nar >= ${new Date(svenskKalender.startOfDay(fran))}`,
    Prisma.sql`l.nar < ${new Date(svenskKalender.startOfDay(svenskKalender.addDays(till, 1)))}`,
  ];
  if (arendeId !== undefined) villkor.push(omArende(arendeId));
  if (personId !== undefined) villkor.push(Prisma.sql`l."avId" = ${personId}::uuid`);
  if (verksamhetId !== undefined) villkor.push(Prisma.sql`u."verksamhetId" = ${verksamhetId}::uuid`);
  if (handling !== undefined) villkor.push(Prisma.sql`l.handling = ANY(${[...(handlingarFor(handling) ?? [])]})`);
  return readSpar(prisma, Prisma.join(villkor, ' AND '), sida);
};

/** Of `logg l` and who did it, `verksamhet v`. */
export function withinSparrackvidd(rackvidd: Sparrackvidd): Prisma.Sql {
  if (rackvidd.alla) return Prisma.sql`TRUE`;
  const { insatser, parter } = rackvidd;
  const ids = insatser.map(({ id }) => id);
  return Prisma.sql`(
    EXISTS (SELECT 1 FROM arende la WHERE la.id = l."arendeId" AND la."insatsId" = ANY(${ids}::uuid[]))
    OR EXISTS (SELECT 1 FROM gallringspost lp WHERE lp."arendeId" = l."arendeId" AND lp."insatsId" = ANY(${ids}::uuid[]))
    OR l.data ->> 'insats' = ANY(${insatser.map(({ kod }) => kod)}::text[])
    OR v.part = ANY(${[...parter]}::text[]))`;
}

/** Somebody to choose among, and where she works. */
export interface Sparperson {
  readonly id: string;
  readonly namn: string;
  readonly verksamhet: string;
}

/** The people and verksamheter of the reader's reach, by name. Two statements. */
export async function readSparval(
  prisma: PrismaClient,
  rackvidd: Sparrackvidd,
): Promise<{ personer: Sparperson[]; verksamheter: { id: string; namn: string }[] }> {
  const reach =
    rackvidd.alla || rackvidd.insatser.length > 0
      ? Prisma.sql`TRUE`
      : Prisma.sql`v.part = ANY(${[...rackvidd.parter]})`;
  const [personer, verksamheter] = await Promise.all([
    prisma.$queryRaw<Sparperson[]>`
      SELECT u.id, u.namn, v.namn AS verksamhet FROM anvandare u JOIN verksamhet v ON v.id = u."verksamhetId"
      WHERE ${reach} ORDER BY v.namn COLLATE "sv-x-icu", u.namn COLLATE "sv-x-icu", u.id`,
    prisma.$queryRaw<{ id: string; namn: string }[]>`
      SELECT v.id, v.namn FROM verksamhet v WHERE ${reach} ORDER BY v.namn COLLATE "sv-x-icu", v.id`,
  ]);
  return { personer, verksamheter };
}

/** The id of the ärende that has, or had before it was destroyed, a number; undefined when there is none. */
export const findLoggatArendeId = async (prisma: PrismaClient, nummer: string): Promise<string | undefined> =>
  (await findArendeId(prisma, nummer)) ??
  (await prisma.gallringspost.findFirst({ where: { nummer }, select: { arendeId: true } }))?.arendeId;

/** The id of the ärende with a number; undefined when there is none. */
export const findArendeId = async (prisma: PrismaClient, nummer: string): Promise<string | undefined> =>
  (await prisma.arende.findUnique({ where: { nummer }, select: { id: true } }))?.id;
