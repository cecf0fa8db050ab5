import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import type { Insatslage } from '../domain/insats/lage.js';
import type { Lage } from '../domain/lage.js';
import {
  insatsWorkflowId,
  remissWorkflowId,
  TASK_QUEUE_REMISS,
  type InsatsInput,
  type RemissInput,
} from './messages.js';

/** Search attributes for operators: codes only, because they are stored in plain text. */
export const SEARCH_INSATS = defineSearchAttributeKey('Insats', SearchAttributeType.KEYWORD);
export const SEARCH_ARENDENUMMER = defineSearchAttributeKey('Arendenummer', SearchAttributeType.KEYWORD);

/** Who decides just after a worker was killed gets the next one's answer before the page gives up. */
const TASK_TIMEOUT = '5s';

/** How the workflow of an ärende is started from a state; the same for a new case and for one that is reopened. */
export const remissStart = (lage: Lage) => ({
  workflowId: remissWorkflowId(lage.arendeId),
  taskQueue: TASK_QUEUE_REMISS,
  workflowTaskTimeout: TASK_TIMEOUT,
  args: [{ lage }] as [RemissInput],
  staticSummary: lage.nummer,
  typedSearchAttributes: new TypedSearchAttributes([
    { key: SEARCH_INSATS, value: lage.insats },
    { key: SEARCH_ARENDENUMMER, value: lage.nummer },
  ]),
});

/** How the workflow of an insats is started from a state. */
export const insatsStart = (lage: Insatslage) => ({
  workflowId: insatsWorkflowId(lage.insatsId),
  taskQueue: TASK_QUEUE_REMISS,
  workflowTaskTimeout: TASK_TIMEOUT,
  args: [{ lage }] as [InsatsInput],
  staticSummary: lage.kod,
  typedSearchAttributes: new TypedSearchAttributes([{ key: SEARCH_INSATS, value: lage.kod }]),
});
