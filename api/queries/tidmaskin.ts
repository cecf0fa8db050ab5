import { nextInsatsWake, type Insatslage } from '../../domain/insats/lage.js';
import { nextWake, type Lage } from '../../domain/lage.js';
import type { PrismaClient } from '../../prisma/client.js';
import { insatsWorkflowId, remissWorkflowId } from '../../workflows/messages.js';

/** An open case, an insats, or a mail that waits for its hour, as the time machine sees it. */
export interface Vantande {
  readonly workflowId: string;
  readonly slag: 'arende' | 'insats' | 'utskick';
  readonly version: number;
  /** When it wakes by itself next, ISO. */
  readonly vaknar: string;
}

/**
 * Every open case, every insats and every mail with the moment at which it wakes by itself, the first one first. A mail
 * whose hour has come waits for the server and not for time.
 *
 * @param nu now by the installation's clock
 */
export async function readVantande(prisma: PrismaClient, nu: Date): Promise<Vantande[]> {
  const [arenden, insatser, mejl] = await Promise.all([
    prisma.arende.findMany({ where: { stangd: null }, select: { id: true, version: true, lage: true } }),
    prisma.insats.findMany({ select: { id: true, version: true, lage: true } }),
    readMejl(prisma, nu),
  ]);
  return [
    ...mejl,
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

/** Mails that go by themselves, and mornings' mails, that wait for their hour. */
async function readMejl(prisma: PrismaClient, nu: Date): Promise<Vantande[]> {
  const rows = await prisma.$queryRaw<{ workflowId: string; gar: Date }[]>`
    SELECT 'utskick-' || id AS "workflowId", gar FROM utskick
    WHERE status = 'vantar' AND satt = 'direkt' AND gar > ${nu}
    UNION ALL
    SELECT 'sammanstallning-' || id, gar FROM sammanstallning WHERE status = 'vantar' AND gar > ${nu}`;
  return rows.map(({ workflowId, gar }) => ({ workflowId, slag: 'utskick', version: 0, vaknar: gar.toISOString() }));
}

/**
 * What is written but not carried out yet: ärenden and mails that the engine has not been told of, mails whose hour has come
 * and that are not sent.
 *
 * @param nu now by the installation's clock
 */
export async function countOgjort(prisma: PrismaClient, nu: Date): Promise<{ uppdrag: number; mejl: number }> {
  const [row] = await prisma.$queryRaw<{ uppdrag: number; mejl: number }[]>`
    SELECT (SELECT count(*)::int FROM motoruppdrag) AS uppdrag,
           (SELECT count(*)::int FROM utskick WHERE status = 'vantar' AND coalesce(gar, skapat) <= ${nu})
           + (SELECT count(*)::int FROM sammanstallning WHERE status IN ('vantar', 'pagar') AND gar <= ${nu}) AS mejl`;
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
