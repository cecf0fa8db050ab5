import { randomUUID } from 'node:crypto';
import { insatsrattsgrund } from '../../../domain/insats/atkomst.js';
import {
  efterInsatsfordelning,
  insatsfordelningshinder,
  type Insatsfordelning,
  type Insatsfordelningsslag,
} from '../../../domain/insats/tilldelning.js';
import { insatsuppgiftstyper } from '../../../domain/insats/uppgifter.js';
import type { Hinder } from '../../../domain/hinder.js';
import { dayOf } from '../../../domain/kalender/tid.js';
import { skillda } from '../../../domain/spar/andrat.js';
import type { Sparhandling } from '../../../domain/spar/handlingar.js';
import type { Kollega } from '../../../domain/tilldelning.js';
import { AVSLUTAD, OKAND_MOTTAGARE } from '../../../domain/tilldelningshinder.js';
import type { Uppgiftsperson } from '../../../domain/uppgiftsagare.js';
import type { PrismaClient, Transaction } from '../../../prisma/client.js';
import { ersattareFor } from '../../../prisma/ersattare.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';
import { writeUtskick } from '../../../prisma/skriv-utskick.js';
import { kollegaSql } from '../../queries/fordelbar.js';
import { lasInsatsuppgift, toFordelbarInsatsuppgift, type Lastinsatsuppgift } from '../../queries/insatsuppgifter.js';

/** What is done with which task of an insats; whom it is given to is an id until the records have been asked. */
export interface Insatsfordelningsorder {
  readonly id: string;
  readonly av: Uppgiftsperson;
  readonly fordelning: { readonly slag: 'ta' | 'lamna' } | { readonly slag: 'ge'; readonly till: string };
  readonly not?: string | undefined;
  readonly nu: Date;
}

/** What became of it: whom it was given to by name, when it was; or why it could not be done. */
export interface Insatsfordelningsutfall {
  readonly hinder?: Hinder;
  readonly mottagare?: string;
}

const handling = {
  ta: 'uppgift_tagen',
  ge: 'uppgift_given',
  lamna: 'uppgift_lamnad',
} as const satisfies Record<Insatsfordelningsslag, Sparhandling>;

/**
 * Takes, gives or hands back a task of a whole insats. Two who take it in the same second: one gets it, the other is told
 * who has it. Whom it is given to is told. Sent twice it changes nothing the second time.
 *
 * @returns undefined when there is no such task for the person
 */
export const fordelaInsatsuppgift = (
  prisma: PrismaClient,
  order: Insatsfordelningsorder,
): Promise<Insatsfordelningsutfall | undefined> =>
  prisma.$transaction(async (tx) => {
    const { id, av } = order;
    const idag = dayOf(order.nu);
    await lock(tx, id);
    const rad = await lasInsatsuppgift(tx, av, id, idag);
    if (!rad) return undefined;
    if (rad.avslutad) return { hinder: AVSLUTAD };
    const fordelning = await readFordelning(tx, order.fordelning, idag);
    if (!fordelning) return { hinder: OKAND_MOTTAGARE };
    const hinder = insatsfordelningshinder(av, fordelning, toFordelbarInsatsuppgift(rad));
    if (hinder) return { hinder };
    const till = efterInsatsfordelning(av, fordelning);
    if ((rad.tilldelad?.id ?? undefined) !== till) await write(tx, order, rad, till);
    return fordelning.slag === 'ge' ? { mottagare: fordelning.till.namn } : {};
  });

/** Holds the insats before its task, as every decision on it does. */
async function lock(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM insats WHERE id IN (SELECT "insatsId" FROM insatsuppgift WHERE id = ${id}) FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM insatsuppgift WHERE id = ${id} FOR UPDATE`;
}

async function readFordelning(
  tx: Transaction,
  fordelning: Insatsfordelningsorder['fordelning'],
  idag: string,
): Promise<Insatsfordelning | undefined> {
  if (fordelning.slag !== 'ge') return fordelning;
  const rows = await tx.$queryRaw<{ kollega: Kollega }[]>`
    SELECT ${kollegaSql(idag)} AS kollega FROM anvandare a WHERE a.id = ${fordelning.till}::uuid`;
  return rows[0] && { slag: 'ge', till: rows[0].kollega };
}

async function write(
  tx: Transaction,
  order: Insatsfordelningsorder,
  rad: Lastinsatsuppgift,
  tillId: string | undefined,
): Promise<void> {
  const { id: uppgiftId, av, nu, not, fordelning } = order;
  const id = randomUUID();
  const franId = rad.tilldelad?.id ?? null;
  const till = tillId ?? null;
  await tx.insatsuppgift.update({ where: { id: uppgiftId }, data: { tilldeladId: till }, select: { id: true } });
  await tx.insatstilldelning.create({
    data: { id, uppgiftId, franId, tillId: till, avId: av.id, nar: nu, not: not ?? null },
    select: { id: true },
  });
  await skrivSpar(tx, {
    nar: nu,
    av: av.id,
    handling: handling[fordelning.slag],
    ...rattOf(av, rad),
    andrat: skillda({ tilldelad: [franId, till] }),
    data: { insats: rad.kod, uppgift: uppgiftId },
  });
  if (fordelning.slag === 'ge' && tillId !== undefined && tillId !== av.id) await tell(tx, order, rad, { id, tillId });
}

/** By what right: who may do it, or who leads the insats. */
const rattOf = (av: Uppgiftsperson, { typ, insatsId }: Lastinsatsuppgift) => {
  const by = (what: Parameters<typeof insatsrattsgrund>[1]) => insatsrattsgrund(av, what, { insatsId, teamIds: [] });
  return by(insatsuppgiftstyper[typ].beslut) ?? by('las_inkorg');
};

/** Tells whom it is given to, or who stands in for her. */
async function tell(
  tx: Transaction,
  { nu }: Pick<Insatsfordelningsorder, 'nu'>,
  rad: Lastinsatsuppgift,
  { id, tillId }: { readonly id: string; readonly tillId: string },
): Promise<void> {
  const mottagareId = (await ersattareFor(tx, [tillId], dayOf(nu))).get(tillId) ?? tillId;
  await writeUtskick(
    tx,
    [
      {
        om: { insatsId: rad.insatsId },
        slag: 'uppgift',
        sekvens: rad.version,
        nyckel: `uppgift-${rad.id.split('/')[1]}-given-${id}`,
        mottagareId,
        uppgift: rad.typ,
        forfaller: rad.forfaller,
      },
    ],
    { nu: nu.toISOString() },
  );
}
