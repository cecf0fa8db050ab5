/*
 * CommonJS on purpose: the SDK loads this file by path, with require() in the processes and through the bundler in the
 * workflow's sandbox.
 */
import { DefaultFailureConverter } from '@temporalio/common';

/** Puts failure messages and stack traces into a payload, so that the codec encrypts them as well. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
