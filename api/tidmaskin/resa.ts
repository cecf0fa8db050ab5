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

const LOOK_EVERY_MS = 15;
const CASES_WITHIN_MS = 10_000;
const MAIL_WITHIN_MS = 3_000;
/** Beyond this moment every timer that was due has fired. */
const MARGIN_MS = 1_000;

/**
 * Moves the whole installation to a moment, in steps: to each instant at which a case wakes by itself, and on only when
 * what fell due there is done. So reminders and mails come at their own dates, and not all at once at the end.
 *
 * @param till the moment to arrive at
 */
export async function resTill(till: Date, farkost: Farkost): Promise<Resa> {
  const from = await farkost.klocka.now();
  const atRest = new Map<string, number>();
  let klar = await isSettled(from.toISOString(), atRest, farkost);
  while (klar) {
    const [first] = await readVantande(farkost.prisma);
    const stop = first && first.vaknar < till.toISOString() ? new Date(first.vaknar) : till;
    const span = stop.getTime() - (await farkost.klocka.now()).getTime();
    if (span > 0) await farkost.tidmaskin.skip(span + MARGIN_MS);
    klar = await isSettled(stop.toISOString(), atRest, farkost);
    if (stop === till) break;
  }
  return { ...(await readHant(farkost.prisma, from)), framme: await farkost.klocka.now(), klar };
}

/**
 * Waits until all that was due at a moment is done: cases are past it, what was written for the engine has reached it,
 * mails are sent, and the workflows that moved wait again. A mail server that is away does not hold time up for long.
 */
async function isSettled(nu: string, atRest: Map<string, number>, { prisma, tidmaskin }: Farkost): Promise<boolean> {
  const began = Date.now();
  for (;;) {
    const waited = Date.now() - began;
    const [vantande, ogjort] = await Promise.all([readVantande(prisma), countOgjort(prisma)]);
    const casesDone = ogjort.uppdrag === 0 && vantande.every(({ vaknar }) => vaknar > nu);
    const mailDone = ogjort.mejl === 0 || waited > MAIL_WITHIN_MS;
    if (casesDone && mailDone && (await areAtRest(vantande, atRest, tidmaskin))) return true;
    if (waited > CASES_WITHIN_MS) return false;
    await pause(LOOK_EVERY_MS);
  }
}

/** Asks after those cases only that have moved since they were seen at rest. */
async function areAtRest(
  vantande: readonly Vantande[],
  atRest: Map<string, number>,
  tidmaskin: Tidmaskin,
): Promise<boolean> {
  const moved = vantande.filter(({ arendeId, version }) => atRest.get(arendeId) !== version);
  const answers = await Promise.all(
    moved.map(async ({ arendeId, version }) => {
      const rests = await tidmaskin.isAtRest(arendeId).catch(() => false);
      if (rests) atRest.set(arendeId, version);
      return rests;
    }),
  );
  return answers.every(Boolean);
}
