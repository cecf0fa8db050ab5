import { condition } from '@temporalio/workflow';

/**
 * One at a time: decisions that arrive while another is being written wait for their turn, in order of arrival.
 * Waiting is endless on purpose: the one ahead is a local activity that is retried until the database answers.
 */
export class Beslutslas {
  private taken = false;

  async run<R>(work: () => Promise<R>): Promise<R> {
    // Looked at again after every wait, and taken without one: several may be let go at the same moment.
    while (this.taken) await condition(() => !this.taken);
    this.taken = true;
    try {
      return await work();
    } finally {
      this.taken = false;
    }
  }
}
