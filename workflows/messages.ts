import type { UpdateDefinition } from '@temporalio/common';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Beslutstyp, Fas } from '../domain/faser.js';
import type { Insatsbeslut, Insatsbeslutstyp, Insatslage } from '../domain/insats/lage.js';
import type { Beslut } from '../domain/beslutsunderlag.js';
import type { Lage } from '../domain/lage.js';

/** The answer to a decision that was taken: the case's version and phase after it. */
export interface FattatBeslut {
  readonly version: number;
  readonly fas: Fas;
}

/**
 * The Update that carries one kind of decision to a case, named after the decision. Rejected by the validator (nothing is
 * written to the history) or by the transaction with a failure of type `Hinder` whose message is a Swedish sentence for
 * the person who decides. The update id is the decision's id, so that a form sent twice is one decision.
 */
export const beslutUpdate = <T extends Beslutstyp>(typ: T): UpdateDefinition<FattatBeslut, [Beslut<T>]> =>
  defineUpdate<FattatBeslut, [Beslut<T>]>(typ);

/**
 * Something that concerns the case, or the insats, was written outside its workflow: it looks at its row and at what is
 * offered to it. Says nothing itself, so it may come any number of times and at any moment.
 */
export const avstamningSignal = defineSignal('avstamning');

/** The answer to a decision of an insats: its version after it. */
export interface FattatInsatsbeslut {
  readonly version: number;
}

/** The Update that carries one kind of decision to an insats; as {@link beslutUpdate}. */
export const insatsbeslutUpdate = <T extends Insatsbeslutstyp>(
  typ: T,
): UpdateDefinition<FattatInsatsbeslut, [Insatsbeslut<T>]> => defineUpdate<FattatInsatsbeslut, [Insatsbeslut<T>]>(typ);

/** The insats's state as its workflow knows it: for operators and tests. */
export const insatslageQuery = defineQuery<Insatslage>('lage');

/** What an insats's workflow starts from, the first time and after each continue-as-new. */
export interface InsatsInput {
  readonly lage: Insatslage;
}

/** The workflow id of an insats. */
export const insatsWorkflowId = (insatsId: string): string => `insats-${insatsId}`;

/** The case's state as the workflow knows it: for operators and tests. Pages read PostgreSQL. */
export const lageQuery = defineQuery<Lage>('lage');

/** What a case's workflow starts from: its state, of a new case or of one that has already come some way. */
export interface RemissInput {
  readonly lage: Lage;
}

/** What a mail's workflow is given: the id of its row. */
export interface UtskickInput {
  readonly utskickId: string;
}

/** What the workflow of a morning's mail is given: the id of its row. */
export interface SammanstallningInput {
  readonly sammanstallningId: string;
}

/** What a hand-over's workflow is given: the id of its row. */
export interface OverlamningInput {
  readonly overlamningId: string;
}

/** What a gallring's workflow is given: the id of its row. */
export interface GallringInput {
  readonly gallringId: string;
}

/** Somebody wants what was refused of a hand-over to be tried again; says nothing itself. */
export const fortsattSignal = defineSignal('fortsatt');

/** The workflow id of an ärende. */
export const remissWorkflowId = (arendeId: string): string => `remiss-${arendeId}`;

/** The workflow id of a mail. */
export const utskickWorkflowId = (utskickId: string): string => `utskick-${utskickId}`;

/** The workflow id of a morning's mail. */
export const sammanstallningWorkflowId = (sammanstallningId: string): string => `sammanstallning-${sammanstallningId}`;

/** The workflow id of a hand-over. */
export const overlamningWorkflowId = (overlamningId: string): string => `overlamning-${overlamningId}`;

/** The workflow id of a gallring. */
export const gallringWorkflowId = (gallringId: string): string => `gallring-${gallringId}`;

export const TASK_QUEUE_REMISS = 'remiss';
export const TASK_QUEUE_UTSKICK = 'utskick';
