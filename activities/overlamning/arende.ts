import { createHash } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import type { Beslut } from '../../domain/beslutsunderlag.js';
import type { Hinder } from '../../domain/hinder.js';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Klocka } from '../../domain/klocka.js';
import type { PrismaClient } from '../../prisma/client.js';
import { forberedBeslut, isFattat } from '../../prisma/forbered-beslut.js';

/** What became of a decision that was handed to its case; as the web's engine tells it. */
export type Besked =
  | { readonly slag: 'fattat' | 'inte_registrerat' | 'oskrivbart' }
  | { readonly slag: 'hindrat'; readonly hinder: Hinder };

/** What carrying out a hand-over needs. */
export interface Overlamningsberoenden {
  readonly prisma: PrismaClient;
  readonly klocka: Klocka;
  /** Hands a decision to its case: under the same id it is taken once, however often it is called. */
  readonly decide: (arendeId: string, beslut: Beslut<'overlamning'>) => Promise<Besked>;
}

/** One ärende of a hand-over. */
export interface OverlamningspostInput {
  readonly overlamningId: string;
  readonly arendeId: string;
}

/** The type of the failure that has an ärende tried again: its case did not answer. */
export const INGET_SVAR = 'IngetSvar';

/** The refusals that say that nothing of the ärende is hers any longer. */
const INGET_KVAR: readonly string[] = ['inget_att_lamna_over'];

/**
 * Hands over one ärende: sends the decision to its case and writes down what became of it. The decision's id is made from
 * the hand-over, the ärende and the trial, so that whatever is killed, it is one decision; the transaction that takes it
 * marks the ärende as handed over.
 *
 * @throws a retryable failure of type {@link INGET_SVAR} while the case does not answer
 */
export async function lamnaOverArende(
  { prisma, klocka, decide }: Overlamningsberoenden,
  { overlamningId, arendeId }: OverlamningspostInput,
): Promise<void> {
  const where = { overlamningId_arendeId: { overlamningId, arendeId } };
  const post = await prisma.overlamningspost.findUniqueOrThrow({
    where,
    select: { status: true, forsok: true, overlamning: true, arende: { select: { fas: true } } },
  });
  if (post.status !== 'vantar') return;
  const mark = (data: { status: 'klar' | 'nekad'; fel?: string }) =>
    prisma.overlamningspost.updateMany({ where: { overlamningId, arendeId, status: 'vantar' }, data });
  // an ärende that was closed meanwhile is owed nothing any longer
  if (post.arende.fas === 'stangd') return void (await mark({ status: 'klar' }));

  const { franId: fran, tillId: till, avId: av, not } = post.overlamning;
  const nar = await klocka.now();
  const id = beslutsId(overlamningId, arendeId, post.forsok);
  const beslut: Beslut<'overlamning'> = { id, typ: 'overlamning', av, dag: dayOf(nar), data: { fran, till } };
  const inlamnat = { id, arendeId, typ: beslut.typ, av, nar };
  const formular = { overlamning: overlamningId, not };
  const prepared = await forberedBeslut(prisma, { ...inlamnat, data: beslut.data, formular, grund: 'forvaltare' });
  if (prepared === 'fattat') return;

  const besked = await decide(arendeId, beslut);
  if (besked.slag === 'fattat' || (await isFattat(prisma, inlamnat))) return;
  switch (besked.slag) {
    case 'hindrat':
      await mark(
        INGET_KVAR.includes(besked.hinder.kod) ? { status: 'klar' } : { status: 'nekad', fel: besked.hinder.kod },
      );
      return;
    case 'oskrivbart':
      await mark({ status: 'nekad', fel: 'oskrivbart' });
      return;
    case 'inte_registrerat':
      throw ApplicationFailure.retryable(`The case ${arendeId} does not answer`, INGET_SVAR);
  }
}

/** The id of the decision by which an ärende is handed over: the same whenever it is asked for. */
function beslutsId(overlamningId: string, arendeId: string, forsok: number): string {
  const hex = createHash('sha256').update(`${overlamningId}/${arendeId}/${forsok}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
