import type { RecordBeslut } from './record.js';

/** What was really paused is written wherever a pause ends (activities/pausrad.ts); why it ended stays in the form. */
export const recordPausslut: RecordBeslut<'pausslut'> = async () => {};
