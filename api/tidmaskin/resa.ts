import { setTimeout as pause } from 'node:timers/promises';
import type { Klocka } from '../../domain/klocka.js';
import type { PrismaClient } from '../../prisma/client.js';
import type { Tidmaskin } from '../engine/tidmaskin.js';
import { countOgjort, readHant, readVantande, type Hant, type Vantande } from '../queries/tidmaskin.js';

/** What a journey is made with. */
export interface Farkost {
  readonly prisma: PrismaClient;
  readonly klocka: Klocka;
  readonly tidmaskin: Tidmaskin;
}

/** What a journey led to. */
export interface Resa extends Hant {
  readonly framme: Date;
  /** False when what fell due on the way was not done in time; the clock then stopped there. */
  readonly klar: boolean;
}

const LOOK_EVERY_MS = 30;
const CASES_WITHIN_MS = 20_000;
const MAIL_WITHIN_MS = 6_000;
/** Beyond this moment every timer that was due has fired. */
const MARGIN_MS = 1_000;

/** What a journey has seen so far. */
interface Lagesbild {
  /** The version at which a workflow was last seen at rest. */
  readonly atRest: Map<string, number>;
  /** Mail did not get away in time once; it is not waited for again. */
  mailAway: boolean;
}

/**
 * Moves the whole installation to a moment, in steps: to each instant at which a case wakes by itself, and on only when
 * what fell due there is done. So reminders and mails come at their own dates, and not all at once at the end.
 *
 * @param till the moment to arrive at
 */
export async function resTill(till: Date, farkost: Farkost): Promise<Resa> {
  const from = await farkost.klocka.now();
  const lagesbild: Lagesbild = { atRest: new Map(), mailAway: false };
  let klar = await isSettled(from.toISOString(), lagesbild, farkost);
  while (klar) {
    const [first] = await readVantande(farkost.prisma, await farkost.klocka.now());
    const stop = first && first.vaknar < till.toISOString() ? new Date(first.vaknar) : till;
    const span = stop.getTime() - (await farkost.klocka.now()).getTime();
    if (span > 0) await farkost.tidmaskin.skip(span + MARGIN_MS);
    klar = await isSettled(stop.toISOString(), lagesbild, farkost);
    if (stop === till) break;
  }
  return { ...(await readHant(farkost.prisma, from)), framme: await farkost.klocka.now(), klar };
}

/**
 * Waits until all that was due at a moment is done: cases are past it, what was written for the engine has reached it,
 * mails are sent, and the workflows that moved wait again. A mail server that is away does not hold time up for long.
 */
async function isSettled(nu: string, lagesbild: Lagesbild, farkost: Farkost): Promise<boolean> {
  const began = Date.now();
  for (;;) {
    const waited = Date.now() - began;
    if (waited > MAIL_WITHIN_MS) lagesbild.mailAway = true;
    if (await isSettledNow(nu, lagesbild, farkost)) return true;
    if (waited > CASES_WITHIN_MS) return false;
    await pause(LOOK_EVERY_MS);
  }
}

async function isSettledNow(
  nu: string,
  { atRest, mailAway }: Lagesbild,
  { prisma, klocka, tidmaskin }: Farkost,
): Promise<boolean> {
  const now = await klocka.now();
  const isCarriedOut = async () => {
    const { uppdrag, mejl } = await countOgjort(prisma, now);
    return uppdrag === 0 && (mejl === 0 || mailAway);
  };
  if (!(await isCarriedOut())) return false;
  const vantande = await readVantande(prisma, now);
  if (vantande.some(({ vaknar }) => vaknar <= nu)) return false;
  // asked again: a case that moved between the two questions has written mails since the first
  return (await isCarriedOut()) && areAtRest(vantande, atRest, tidmaskin);
}

/** Asks after those cases only that have moved since they were seen at rest. */
async function areAtRest(
  vantande: readonly Vantande[],
  atRest: Map<string, number>,
  tidmaskin: Tidmaskin,
): Promise<boolean> {
  const moved = vantande.filter(({ workflowId, version }) => atRest.get(workflowId) !== version);
  const answers = await Promise.all(
    moved.map(async ({ workflowId, version }) => {
      const rests = await tidmaskin.isAtRest(workflowId).catch(() => false);
      if (rests) atRest.set(workflowId, version);
      return rests;
    }),
  );
  return answers.every(Boolean);
}
