import type { Hinder } from '../../../domain/hinder.js';
import { fordelningshinder, maySee, type Fordelning, type Kollega } from '../../../domain/tilldelning.js';
import { AVSLUTAD, OKAND_MOTTAGARE } from '../../../domain/tilldelningshinder.js';
import type { Uppgiftsperson } from '../../../domain/uppgiftsagare.js';
import type { PrismaClient, Transaction } from '../../../prisma/client.js';
import { kollegaSql, toFordelbar, type Lastuppgift } from '../../queries/fordelbar.js';

/** What somebody asks to do with tasks; whom they are given to is an id until the records have been asked. */
export interface Bestallning {
  readonly av: Uppgiftsperson;
  readonly fordelning: Exclude<Fordelning, { slag: 'ge' }> | { readonly slag: 'ge'; readonly till: string };
}

/** A task with what stands in the way of what is asked, if anything. */
export interface Bedomd {
  readonly rad: Lastuppgift;
  readonly hindrad: Hinder | undefined;
}

/** What is asked, with the person that tasks are given to as the records know her now; `undefined` when she is unknown. */
export async function readFordelning(
  db: PrismaClient | Transaction,
  fordelning: Bestallning['fordelning'],
  idag: string,
): Promise<Fordelning | undefined> {
  if (fordelning.slag !== 'ge') return fordelning;
  const rows = await db.$queryRaw<{ kollega: Kollega }[]>`
    SELECT ${kollegaSql(idag)} AS kollega FROM anvandare a WHERE a.id = ${fordelning.till}::uuid`;
  return rows[0] && { slag: 'ge', till: rows[0].kollega };
}

/**
 * Judges what is asked of each task, alike for the page that tells of it and for the transaction that does it. Tasks that
 * the person may not see are left out, as if they did not exist.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export const bedom = (
  av: Uppgiftsperson,
  fordelning: Fordelning | undefined,
  rader: readonly Lastuppgift[],
  idag: string,
): Bedomd[] =>
  rader
    .filter((rad) => maySee(av, toFordelbar(rad), rad.relation, idag))
    .map((rad) => ({ rad, hindrad: hindradOf(av, fordelning, rad, idag) }));

function hindradOf(
  av: Uppgiftsperson,
  fordelning: Fordelning | undefined,
  rad: Lastuppgift,
  idag: string,
): Hinder | undefined {
  if (rad.avslutad) return AVSLUTAD;
  if (fordelning === undefined) return OKAND_MOTTAGARE;
  return fordelningshinder(av, fordelning, toFordelbar(rad), rad.relation, idag);
}
