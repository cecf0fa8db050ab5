import { isDeepStrictEqual } from 'node:util';
import { check, checkOm, decide } from '../domain/beslut/index.js';
import type { Beslutstyp } from '../domain/faser.js';
import type { Formular } from '../domain/formular.js';
import { hinder, type Hinder } from '../domain/hinder.js';
import type { Beslut } from '../domain/beslutsunderlag.js';
import type { Lage } from '../domain/lage.js';
import type { Spargrund } from '../domain/spar/handlingar.js';
import type { PrismaClient } from '../prisma/client.js';
import { hinderFailure } from '../workflows/failures.js';
import { recordBeslut } from './beslut/index.js';
import { checkReferenser } from './beslut/referenser.js';
import { readOmstandighet } from './omstandighet.js';
import { orFinal } from './slutgiltigt.js';
import { lockArende, requireVersion, writeArende } from './transaktion.js';

export interface FattaBeslutInput<T extends Beslutstyp = Beslutstyp> {
  /** The state the workflow decided on. */
  readonly lage: Lage;
  readonly beslut: Beslut<T>;
  /** The moment of the decision, ISO; the workflow's, so that a retry computes the same deadlines. */
  readonly nu: string;
}

/**
 * Takes one decision: one SQL transaction that turns the prepared form into a taken one, moves the case's row guarded by
 * its version, and writes event, records, tasks, mails and trace. Called again for a decision already taken it changes
 * nothing and returns the state.
 *
 * @returns the case's state after the decision, with the instants it waits for
 * @throws a failure of type `Hinder` (told to the person) when a rule refuses; `Versionskonflikt` when the row is ahead;
 *   `Oskrivbart` (the person sees that something went wrong with us) when it can never be written
 */
export const fattaBeslut = (prisma: PrismaClient, input: FattaBeslutInput): Promise<Lage> =>
  orFinal(() => takeIn(prisma, input));

/**
 * An Update that waited for a worker may arrive after its form was sent again with other answers: its codes must not be
 * taken together with the newer texts.
 */
const changedMeanwhile = (prepared: unknown, { data }: Beslut): Hinder | undefined =>
  isDeepStrictEqual(prepared, data)
    ? undefined
    : hinder('andrat', 'Svaret ändrades medan det väntade på att registreras. Läs igenom det och skicka det igen.');

async function takeIn(prisma: PrismaClient, { lage, beslut, nu }: FattaBeslutInput): Promise<Lage> {
  return prisma.$transaction(async (tx) => {
    const rad = await lockArende(tx, lage.arendeId);
    // held, so that what is compared below is what is written: the same form may be on its way in again with other answers
    await tx.$queryRaw`SELECT 1 FROM beslut WHERE id = ${beslut.id}::uuid FOR UPDATE`;
    const form = await tx.beslut.findUniqueOrThrow({
      where: { id: beslut.id, arendeId: lage.arendeId, typ: beslut.typ },
      select: { data: true, formular: true, fattat: true, grund: true, istalletForId: true },
    });
    if (form.fattat) return rad.lage;
    requireVersion(rad, lage);
    const inTheWay =
      changedMeanwhile(form.data, beslut) ?? check(rad.lage, beslut) ?? (await checkReferenser(tx, rad, beslut));
    if (inTheWay) throw hinderFailure(inTheWay);

    const om = await readOmstandighet(tx, rad, beslut, nu);
    const circumstance = checkOm(rad.lage, beslut, om);
    if (circumstance) throw hinderFailure(circumstance);
    const forandring = decide(rad.lage, beslut, om);
    const { istalletForId } = form;
    const grund = form.grund as Spargrund | null;
    const upphov = { av: beslut.av, beslutId: beslut.id, handling: beslut.typ, grund, istalletForId };
    await writeArende(tx, rad, forandring, upphov);
    await recordBeslut(tx, { rad, beslut, formular: form.formular as unknown as Formular, forandring });
    await tx.beslut.update({
      where: { id: beslut.id },
      data: { fattat: nu, version: forandring.lage.version },
    });
    return forandring.lage;
  });
}
