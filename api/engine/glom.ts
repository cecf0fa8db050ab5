import { isGrpcServiceError, ServiceError, type Client } from '@temporalio/client';

const NOT_FOUND = 5;
/** The time-skipping server of tests and demo forgets nothing before it stops, and holds everything in memory. */
const UNIMPLEMENTED = 12;

const FORGET_WITHIN_MS = 10_000;

function grpcCode(error: unknown): number | undefined {
  const wrapped = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(wrapped) ? wrapped.code : undefined;
}

/**
 * Removes every run of a workflow from the engine, history and all; one that runs is ended first. The engine does it in
 * its own time, and tells of the runs in its own time too: called until it returns true.
 *
 * @returns whether the engine knows of none any longer
 */
export const createGlom =
  (client: Client) =>
  async (workflowId: string): Promise<boolean> =>
    client.withDeadline(Date.now() + FORGET_WITHIN_MS, async () => {
      try {
        // the latest run, which the list of runs may not have yet
        const latest = await forget(client, workflowId);
        let runs = 0;
        for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
          runs += 1;
          await forget(client, workflowId, runId);
        }
        return !latest && runs === 0;
      } catch (error) {
        if (grpcCode(error) === UNIMPLEMENTED) return true;
        throw error;
      }
    });

/** @returns whether there was one */
async function forget(client: Client, workflowId: string, runId?: string): Promise<boolean> {
  try {
    await client.workflowService.deleteWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId, ...(runId === undefined ? {} : { runId }) },
    });
    return true;
  } catch (error) {
    if (grpcCode(error) === NOT_FOUND) return false;
    throw error;
  }
}
