import { ApplicationFailure } from '@temporalio/common';
import { isDeepStrictEqual } from 'node:util';
import { checkInsats, decideInsats } from '../../domain/insats/beslut/index.js';
import type { Insatsbeslut, Insatsbeslutstyp, Insatsformular, Insatslage } from '../../domain/insats/lage.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { hinder } from '../../domain/hinder.js';
import type { Spargrund } from '../../domain/spar/handlingar.js';
import type { PrismaClient, Transaction } from '../../prisma/client.js';
import { writeKallelser } from '../../prisma/skriv-kallelser.js';
import { hinderFailure, VERSIONSKONFLIKT } from '../../workflows/failures.js';
import { orFinal } from '../slutgiltigt.js';
import { recordHinderanmalan, recordHindersvar } from './hinder.js';
import { recordKoversyn } from './koversyn.js';
import { recordMotesandring } from './motesandring.js';
import { lockInsats, readInsatsomstandighet, writeInsats, type Insatsrad } from './rad.js';

export interface FattaInsatsbeslutInput {
  readonly lage: Insatslage;
  readonly beslut: Insatsbeslut;
  /** The moment of the decision, ISO; the workflow's. */
  readonly nu: string;
}

/**
 * Takes one decision on an insats, as `fattaBeslut` takes one on an ärende: one SQL transaction guarded by the row's
 * version. Called again for a decision already taken it changes nothing and returns the state.
 *
 * @throws a failure of type `Hinder` (told to the person) when a rule refuses; `Versionskonflikt` when the row is ahead;
 *   `Oskrivbart` when it can never be written
 */
export const fattaInsatsbeslut = (
  prisma: PrismaClient,
  { lage, beslut, nu }: FattaInsatsbeslutInput,
): Promise<Insatslage> =>
  orFinal(() =>
    prisma.$transaction(async (tx) => {
      const rad = await lockInsats(tx, lage.insatsId);
      await tx.$queryRaw`SELECT 1 FROM insatsbeslut WHERE id = ${beslut.id}::uuid FOR UPDATE`;
      const form = await tx.insatsbeslut.findUniqueOrThrow({
        where: { id: beslut.id, insatsId: rad.id, typ: beslut.typ },
        select: { data: true, formular: true, fattat: true, grund: true, istalletForId: true },
      });
      if (form.fattat) return rad.lage;
      requireVersion(rad, lage);
      const inTheWay = isDeepStrictEqual(form.data, beslut.data)
        ? checkInsats(rad.lage, beslut, svenskKalender)
        : hinder('andrat', 'Svaret ändrades medan det väntade på att registreras. Läs igenom det och skicka det igen.');
      if (inTheWay) throw hinderFailure(inTheWay);

      // the records first: the calendar that the rules see is the one after the change
      await record(tx, rad, beslut, form.formular as unknown as Insatsformular[Insatsbeslutstyp], nu);
      const forandring = decideInsats(rad.lage, beslut, await readInsatsomstandighet(tx, rad, nu));
      const efter = await writeInsats(tx, rad, forandring, {
        av: beslut.av,
        beslutId: beslut.id,
        handling: beslut.typ,
        grund: form.grund as Spargrund | null,
        istalletForId: form.istalletForId,
      });
      if (beslut.typ === 'motesandring') await writeKallelser(tx, rad.id, nu);
      await tx.insatsbeslut.update({ where: { id: beslut.id }, data: { fattat: nu, version: efter.version } });
      return efter;
    }),
  );

function requireVersion(rad: Insatsrad, lage: Insatslage): void {
  if (rad.version === lage.version) return;
  throw ApplicationFailure.nonRetryable(
    `The row is at version ${rad.version}, the workflow at ${lage.version}`,
    VERSIONSKONFLIKT,
    rad.lage,
  );
}

type Recorder<T extends Insatsbeslutstyp> = (
  tx: Transaction,
  rad: Insatsrad,
  beslut: Insatsbeslut<T>,
  formular: Insatsformular[T],
  nu: string,
) => Promise<void>;

/** What each kind of decision writes beside the insats's own row. */
const recorders: { readonly [T in Insatsbeslutstyp]: Recorder<T> } = {
  motesandring: recordMotesandring,
  koversyn: recordKoversyn,
  hinderanmalan: recordHinderanmalan,
  hindersvar: recordHindersvar,
};

const record = <T extends Insatsbeslutstyp>(
  tx: Transaction,
  rad: Insatsrad,
  beslut: Insatsbeslut<T>,
  formular: Insatsformular[T],
  nu: string,
): Promise<void> => (recorders[beslut.typ] as Recorder<T>)(tx, rad, beslut, formular, nu);
