import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/** The time-skipping Temporal server as something that can be driven: for the demo, never in production. */
export interface Tidmaskin {
  /** Moves the clock on; every timer on the way fires. @param ms milliseconds, more than 0 */
  skip(ms: number): Promise<void>;
  /**
   * Whether a workflow has armed its timer and waits. Before that the clock must stand: a timer is armed
   * for a span, and a clock that is moved meanwhile makes it late by as much.
   */
  isAtRest(workflowId: string): Promise<boolean>;
}

/**
 * The time machine over a connection.
 *
 * @throws at use, when the server is not the time-skipping one
 */
export const createTidmaskin = (connection: Connection, namespace: string): Tidmaskin => ({
  async skip(ms) {
    if (!connection.testService) throw new Error('Only the time-skipping Temporal server can be moved in time');
    await connection.testService.unlockTimeSkippingWithSleep({ duration: msToTs(ms) });
  },
  async isAtRest(workflowId) {
    const { pendingWorkflowTask } = await connection.workflowService.describeWorkflowExecution({
      namespace,
      execution: { workflowId },
    });
    return !pendingWorkflowTask;
  },
});
