import { nextWake, type Lage } from '../../domain/lage.js';
import type { PrismaClient } from '../../prisma/client.js';

/** An open case as the time machine sees it. */
export interface Vantande {
  readonly arendeId: string;
  readonly version: number;
  /** When it wakes by itself next, ISO. */
  readonly vaknar: string;
}

/** Every open case with the moment at which it wakes by itself, the first one first. */
export async function readVantande(prisma: PrismaClient): Promise<Vantande[]> {
  const rows = await prisma.arende.findMany({
    where: { stangd: null },
    select: { id: true, version: true, lage: true },
  });
  return rows
    .flatMap(({ id, version, lage }) => {
      const vaknar = nextWake(lage as unknown as Lage);
      return vaknar === undefined ? [] : [{ arendeId: id, version, vaknar }];
    })
    .toSorted((a, b) => a.vaknar.localeCompare(b.vaknar));
}

/** What is written but not carried out yet: ärenden and mails that the engine has not been told of, mails not sent. */
export async function countOgjort(prisma: PrismaClient): Promise<{ uppdrag: number; mejl: number }> {
  const [row] = await prisma.$queryRaw<{ uppdrag: number; mejl: number }[]>`
    SELECT (SELECT count(*)::int FROM motoruppdrag) AS uppdrag,
           (SELECT count(*)::int FROM utskick WHERE status = 'vantar') AS mejl`;
  return row ?? { uppdrag: 0, mejl: 0 };
}

/** What has happened since a moment. */
export interface Hant {
  readonly paminnelser: number;
  readonly uppgifter: number;
  readonly mejl: number;
}

/** Counts what happened after a moment of the simulated time. */
export async function readHant(prisma: PrismaClient, sedan: Date): Promise<Hant> {
  const [paminnelser, uppgifter, mejl] = await Promise.all([
    prisma.handelse.count({ where: { typ: 'paminnelse', nar: { gt: sedan } } }),
    prisma.uppgift.count({ where: { oppnad: { gt: sedan } } }),
    prisma.utskick.count({ where: { status: 'skickat', skickat: { gt: sedan } } }),
  ]);
  return { paminnelser, uppgifter, mejl };
}
