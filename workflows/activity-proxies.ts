import type { LocalActivityOptions } from '@temporalio/common';
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Gallringsaktiviteter } from '../activities/gallring/index.js';
import type { Overlamningsaktiviteter } from '../activities/overlamning/index.js';
import type { Insatsrecords, Records } from '../activities/records.js';
import type { Utskicksaktiviteter } from '../activities/utskick.js';
import { HINDER, OSKRIVBART, VERSIONSKONFLIKT } from './failures.js';

/**
 * How transactions are run: local, so that a decision is one workflow task. Retried until the database answers, because
 * a case must never fail; only a rule's refusal is final. Pauses longer than ten seconds are timers in the history, so the
 * longest pause is what bounds a history's growth in a long outage (some 1700 events a day); a longer one yet would keep
 * people waiting after the database has come back.
 */
const LOCAL = {
  startToCloseTimeout: '10s',
  localRetryThreshold: '10s',
  retry: {
    initialInterval: '200ms',
    backoffCoefficient: 2,
    maximumInterval: '5m',
    nonRetryableErrorTypes: [HINDER, VERSIONSKONFLIKT, OSKRIVBART],
  },
} as const satisfies LocalActivityOptions;

/** The transactions of a case. */
export const records = proxyLocalActivities<Records>(LOCAL);

/** The transactions of an insats. */
export const insatsrecords = proxyLocalActivities<Insatsrecords>(LOCAL);

/** Sending of mail: remote, on its own task queue, retried with growing pauses for as long as the server is away. */
export const utskicksaktiviteter = proxyActivities<Utskicksaktiviteter>({
  startToCloseTimeout: '20s',
  retry: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '15m' },
});

/**
 * Carrying out a hand-over: remote, because each ärende is a decision of its own case, whose worker may be another. Retried
 * until the case answers.
 */
export const overlamningsaktiviteter = proxyActivities<Overlamningsaktiviteter>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

/**
 * Carrying out a gallring: remote, with time for the many tables of one ärende. Retried until database and engine have
 * done it.
 */
export const gallringsaktiviteter = proxyActivities<Gallringsaktiviteter>({
  startToCloseTimeout: '60s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});
