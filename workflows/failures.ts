import { ApplicationFailure } from '@temporalio/common';
import type { Hinder } from '../domain/hinder.js';

/** The type of the failure that tells a person why her decision was not taken; its only detail is the rule's code. */
export const HINDER = 'Hinder';

/** The type of the failure of a transaction whose case was ahead of the workflow's state; its detail is that state. */
export const VERSIONSKONFLIKT = 'Versionskonflikt';

/** The type of the failure of a transaction that the tables refuse, now and at every retry: a fault of ours. */
export const OSKRIVBART = 'Oskrivbart';

/** The failure that rejects a decision. Not retried: the rule would say the same again. */
export const hinderFailure = (hinder: Hinder): ApplicationFailure =>
  ApplicationFailure.nonRetryable(hinder.mening, HINDER, hinder.kod);
