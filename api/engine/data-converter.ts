import { join } from 'node:path';
import type { DataConverter } from '@temporalio/common';
import { projectRoot } from '../../prisma/project-root.js';
import { createPayloadCodec, type PayloadKey } from './payload-codec.js';

/** The built failure converter: the SDK, on the client, the worker and in the workflow bundle, loads it by path. */
export const failureConverterPath = join(projectRoot, 'dist', 'api', 'engine', 'failure-converter.cjs');

/** How values travel to the engine and back; the same on the client and on the worker. */
export const createDataConverter = (keys: readonly PayloadKey[]): DataConverter => ({
  failureConverterPath,
  payloadCodecs: [createPayloadCodec(keys)],
});
