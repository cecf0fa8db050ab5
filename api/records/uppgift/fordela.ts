import { randomUUID } from 'node:crypto';
import { rattsgrund } from '../../../domain/atkomst.js';
import type { Hinder } from '../../../domain/hinder.js';
import { dayOf } from '../../../domain/kalender/tid.js';
import {
  efterFordelning,
  type Fordelning,
  type Fordelningsslag,
  type Tilldelningslage,
} from '../../../domain/tilldelning.js';
import { skillda } from '../../../domain/spar/andrat.js';
import type { Sparhandling } from '../../../domain/spar/handlingar.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import { asDate, type PrismaClient, type Transaction } from '../../../prisma/client.js';
import { ersattareFor } from '../../../prisma/ersattare.js';
import { writeUtskick } from '../../../prisma/skriv-utskick.js';
import { lasFordelbara, toFordelbar, type Lastuppgift } from '../../queries/fordelbar.js';
import { skrivSpar, type NySparrad } from '../../../prisma/spar/skriv.js';
import { bedom, readFordelning, type Bestallning } from './bedom.js';

/** What is done with which tasks, in one decision. */
export interface Fordelningsorder extends Bestallning {
  readonly ids: readonly string[];
  readonly not?: string | undefined;
  readonly nu: Date;
}

/** A task that could not be moved, and why. */
export interface Nekad {
  readonly id: string;
  readonly nummer: string;
  readonly hinder: Hinder;
}

/** What became of the tasks: those that are now as was asked, and those that are not. */
export interface Fordelningsutfall {
  readonly gjorda: readonly string[];
  readonly nekade: readonly Nekad[];
  /** The name of who was to get them, when they were given. */
  readonly mottagare?: string;
}

/** What the trace calls each. */
export const fordelningshandling = {
  ta: 'uppgift_tagen',
  ge: 'uppgift_given',
  lamna: 'uppgift_lamnad',
  vila: 'uppgift_vilar',
  ta_fram: 'uppgift_framtagen',
} as const satisfies Record<Fordelningsslag, Sparhandling>;

/** A decision waits for its ärenden as long as a decision on one of them takes. */
const WAIT = { maxWait: 10_000, timeout: 60_000 };

/**
 * Takes, gives, hands back or puts aside tasks: all of them that can be, in one transaction with their rows of
 * assignment and of the trace, in as many statements for five hundred as for one. Two who take the same task in the same
 * second: one gets it, the other is told who has it. Whom tasks are given to is told. Sent twice it changes nothing the
 * second time.
 */
export const fordela = (prisma: PrismaClient, order: Fordelningsorder): Promise<Fordelningsutfall> =>
  prisma.$transaction(async (tx) => {
    await lock(tx, order.ids);
    const idag = dayOf(order.nu);
    const fordelning = await readFordelning(tx, order.fordelning, idag);
    const judged = bedom(order.av, fordelning, await lasFordelbara(tx, order.ids, idag), idag);
    const free = judged.filter(({ hindrad }) => hindrad === undefined).map(({ rad }) => rad);
    if (fordelning) await write(tx, order, fordelning, free);
    return {
      gjorda: free.map(({ id }) => id),
      nekade: judged.flatMap(({ rad: { id, nummer }, hindrad }) => (hindrad ? [{ id, nummer, hinder: hindrad }] : [])),
      ...(fordelning?.slag === 'ge' && { mottagare: fordelning.till.namn }),
    };
  }, WAIT);

/**
 * Holds the tasks, and before them their ärenden as every decision does, each in the order of its id: nothing is decided on
 * them meanwhile, and nobody waits for somebody who waits for her.
 */
async function lock(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM arende WHERE id IN (SELECT "arendeId" FROM uppgift WHERE id = ANY(${[...ids]})) ORDER BY id FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM uppgift WHERE id = ANY(${[...ids]}) ORDER BY id FOR UPDATE`;
}

interface Andring {
  /** Of the row of assignment. */
  readonly id: string;
  readonly rad: Lastuppgift;
  readonly efter: Tilldelningslage;
}

const isChange = ({ rad, efter }: Omit<Andring, 'id'>): boolean =>
  (rad.tilldelad?.id ?? undefined) !== efter.tilldeladId || (rad.vilarTill ?? undefined) !== efter.vilarTill;

async function write(
  tx: Transaction,
  order: Fordelningsorder,
  fordelning: Fordelning,
  rader: readonly Lastuppgift[],
): Promise<void> {
  const changes = rader
    .map((rad) => ({ rad, efter: efterFordelning(order.av, fordelning, toFordelbar(rad)) }))
    .filter(isChange)
    .map((change) => ({ id: randomUUID(), ...change }));
  const [first, ...others] = changes.map((change) => sparradOf(change, order));
  if (!first) return;
  await tx.$executeRaw`
    UPDATE uppgift SET "tilldeladId" = ny.till, "vilarTill" = ny.vilar
    FROM unnest(${changes.map(({ rad }) => rad.id)}::text[], ${changes.map(({ efter }) => efter.tilldeladId ?? null)}::uuid[],
      ${changes.map(({ efter }) => efter.vilarTill ?? null)}::date[]) AS ny (id, till, vilar)
    WHERE uppgift.id = ny.id`;
  await tx.tilldelning.createMany({ data: changes.map((change) => tilldelningOf(change, order)) });
  await skrivSpar(tx, first, ...others);
  if (fordelning.slag === 'ge' && fordelning.till.id !== order.av.id)
    await tell(tx, changes, fordelning.till.id, order);
}

/** Who is given many at once is told of the first of them; her list holds them all. */
const MOST_BERATTADE = 10;

/** Tells whom tasks are given to of those that are due first, or who stands in for her. */
async function tell(
  tx: Transaction,
  changes: readonly Andring[],
  till: string,
  { nu }: Pick<Fordelningsorder, 'nu'>,
): Promise<void> {
  const mottagareId = (await ersattareFor(tx, [till], dayOf(nu))).get(till) ?? till;
  const rader = changes.slice(0, MOST_BERATTADE).map(({ id, rad }) => ({
    om: { arendeId: rad.arendeId },
    slag: 'uppgift' as const,
    sekvens: rad.version,
    nyckel: `uppgift-${rad.id.split('/')[1]}-given-${id}`,
    mottagareId,
    uppgift: rad.typ,
    forfaller: rad.forfaller,
  }));
  await writeUtskick(tx, rader, { nu: nu.toISOString() });
}

const tilldelningOf = ({ id, rad, efter }: Andring, { av, nu, not }: Fordelningsorder) => ({
  id,
  uppgiftId: rad.id,
  franId: rad.tilldelad?.id ?? null,
  tillId: efter.tilldeladId ?? null,
  avId: av.id,
  nar: nu,
  not: not ?? null,
  vilarTill: efter.vilarTill === undefined ? null : asDate(efter.vilarTill),
});

const sparradOf = ({ rad, efter }: Andring, { av, nu, fordelning }: Fordelningsorder): NySparrad => {
  const idag = dayOf(nu);
  const by = (handling: Parameters<typeof rattsgrund>[1]) => rattsgrund(av, handling, rad.relation, idag);
  const ratt = by(uppgiftstyper[rad.typ].beslut[0]) ?? by('las_arende');
  return {
    nar: nu,
    av: av.id,
    handling: fordelningshandling[fordelning.slag],
    arendeId: rad.arendeId,
    ...ratt,
    andrat: skillda({
      tilldelad: [rad.tilldelad?.id ?? null, efter.tilldeladId ?? null],
      vilarTill: [rad.vilarTill ?? null, efter.vilarTill ?? null],
    }),
    data: { uppgift: rad.id },
  };
};
