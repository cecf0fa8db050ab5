import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import { isPassing } from '../prisma/fel.js';
import { OSKRIVBART } from '../workflows/failures.js';

/**
 * Runs a transaction of a case so that only what may pass is retried: a database that is away, another transaction in the
 * way. Anything else would be the same for ever and the case would stand still behind it, so it is final at once.
 *
 * @throws the transaction's own failures as they are; a passing error as it is; otherwise a failure of type `Oskrivbart`
 *   that names the error's code alone, because messages of the database repeat what was written
 */
export async function orFinal<R>(transaction: () => Promise<R>): Promise<R> {
  try {
    return await transaction();
  } catch (error) {
    if (error instanceof TemporalFailure || isPassing(error)) throw error;
    throw ApplicationFailure.nonRetryable(`The change cannot be written: ${nameOf(error)}`, OSKRIVBART);
  }
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
