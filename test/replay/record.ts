import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { projectRoot } from '../../prisma/project-root.js';
import type { Installation } from '../support/installation.js';

const { version } = createRequire(import.meta.url)('@temporalio/workflow/package.json') as { version: string };

/** Where recorded histories stand. */
export const historiesFolder = join(projectRoot, 'test', 'replay', 'histories');

/**
 * Keeps the history that a case has just lived through, for the replay tests, under the case's name and the version of the
 * SDK that wrote it. Only when the environment asks for it (`RECORD_HISTORIES=1`): a history is never replaced to make a
 * test pass.
 */
export async function recordHistory(inst: Installation, arendeId: string, name: string): Promise<void> {
  if (!process.env['RECORD_HISTORIES']) return;
  const history = await inst.handle(arendeId).fetchHistory();
  await mkdir(historiesFolder, { recursive: true });
  await writeFile(join(historiesFolder, `${name}-${version}.json`), `${historyToJSON(history)}\n`);
}
