import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { projectRoot } from '../../prisma/project-root.js';
import { remissWorkflowId } from '../../workflows/messages.js';
import type { Installation } from '../support/installation.js';

const { version } = createRequire(import.meta.url)('@temporalio/workflow/package.json') as { version: string };

/** Where recorded histories stand. */
export const historiesFolder = join(projectRoot, 'test', 'replay', 'histories');

/**
 * Keeps the history that a case has just lived through, for the replay tests, under the case's name and the version of the
 * SDK that wrote it. Only when the environment asks for it (`RECORD_HISTORIES=1`): a history is never replaced to make a
 * test pass.
 */
export const recordHistory = (inst: Installation, arendeId: string, name: string): Promise<void> =>
  recordRun(inst, { workflowId: remissWorkflowId(arendeId) }, name);

/** The same for one run of any workflow; the latest unless told. */
export async function recordRun(
  inst: Installation,
  { workflowId, runId }: { readonly workflowId: string; readonly runId?: string },
  name: string,
): Promise<void> {
  if (!process.env['RECORD_HISTORIES']) return;
  const file = join(historiesFolder, `${name}-${version}.json`);
  if (existsSync(file)) return;
  const history = await inst.client.workflow.getHandle(workflowId, runId).fetchHistory();
  await mkdir(historiesFolder, { recursive: true });
  await writeFile(file, `${historyToJSON(history)}\n`);
}
