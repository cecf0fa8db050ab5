import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Connection } from '@temporalio/client';
import { workflowBundlePath } from './workflow-bundle.js';

/** Under this name the engine knows our workers, whatever version they are. */
export const DEPLOYMENT_NAME = 'remissflode';

/** The build id of this program's workers: the workflow code's own hash, so that equal code is one version. */
export async function readBuildId(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(workflowBundlePath))
    .digest('hex')
    .slice(0, 16);
}

/**
 * Makes this program's version the one that cases are given to: new cases, and running ones at their next step. Part of
 * deploying a release, not of starting a worker: an old worker that restarts must not take the cases back.
 */
export async function makeCurrent(connection: Connection, namespace: string): Promise<void> {
  await connection.workflowService.setWorkerDeploymentCurrentVersion({
    namespace,
    deploymentName: DEPLOYMENT_NAME,
    buildId: await readBuildId(),
    identity: DEPLOYMENT_NAME,
    ignoreMissingTaskQueues: true,
    allowNoPollers: true,
  });
}
