import type { Connection } from '@temporalio/client';
import { systemKlocka, type Klocka } from '../../domain/klocka.js';

/** The clock that a process is configured to live by (`KLOCKA`). */
export const createKlocka = (which: 'system' | 'temporal', connection: Connection): Klocka =>
  which === 'system' ? systemKlocka : temporalKlocka(connection);

/** The time-skipping Temporal server's clock. */
export const temporalKlocka = ({ testService }: Connection): Klocka => ({
  async now() {
    if (!testService) throw new Error('KLOCKA=temporal needs the time-skipping Temporal server');
    const { time } = await testService.getCurrentTime({});
    return new Date(Number(time?.seconds ?? 0) * 1000 + Math.floor((time?.nanos ?? 0) / 1e6));
  },
});
