import { nextInsatsWake, type Insatslage } from '../../domain/insats/lage.js';
import { nextWake, type Lage } from '../../domain/lage.js';
import type { PrismaClient } from '../../prisma/client.js';
import { insatsWorkflowId, remissWorkflowId } from '../../workflows/messages.js';

/** An open case, or an insats, as the time machine sees it. */
export interface Vantande {
  readonly workflowId: string;
  readonly slag: 'arende' | 'insats';
  readonly version: number;
  /** When it wakes by itself next, ISO. */
  readonly vaknar: string;
}

/** Every open case and every insats with the moment at which it wakes by itself, the first one first. */
export async function readVantande(prisma: PrismaClient): Promise<Vantande[]> {
  const [arenden, insatser] = await Promise.all([
    prisma.arende.findMany({ where: { stangd: null }, select: { id: true, version: true, lage: true } }),
    prisma.insats.findMany({ select: { id: true, version: true, lage: true } }),
  ]);
  return [
    ...arenden.flatMap(({ id, version, lage }) => {
      const vaknar = nextWake(lage as unknown as Lage);
      return vaknar === undefined
        ? []
        : [{ workflowId: remissWorkflowId(id), slag: 'arende' as const, version, vaknar }];
    }),
    ...insatser.flatMap(({ id, version, lage }) => {
      const vaknar = lage === null ? undefined : nextInsatsWake(lage as unknown as Insatslage);
      return vaknar === undefined
        ? []
        : [{ workflowId: insatsWorkflowId(id), slag: 'insats' as const, version, vaknar }];
    }),
  ].toSorted((a, b) => a.vaknar.localeCompare(b.vaknar));
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
