import type { Pool } from 'pg';

/** A moment in a session's row that a test may move, in milliseconds since 1970. */
export type Sessionstid = 'borjade' | 'senast' | 'bevisad';

/** Moves a moment of every session back, as if the time since then had gone. */
export async function makeOlder(pool: Pool, which: Sessionstid, milliseconds: number): Promise<void> {
  await pool.query(
    `UPDATE session.session SET sess = jsonb_set(sess::jsonb, ARRAY[$1],
       to_jsonb((sess ->> $1)::bigint - $2::bigint))::json WHERE sess ->> $1 IS NOT NULL`,
    [which, milliseconds],
  );
}

/** Minutes until each session of logged-in people ends, the longest first. */
export async function minutesLeft(pool: Pool): Promise<number[]> {
  const { rows } = await pool.query<{ minutes: number }>(
    `SELECT (extract(epoch FROM expire - now()::timestamp) / 60)::double precision AS minutes
     FROM session.session WHERE sess ->> 'anvandareId' IS NOT NULL ORDER BY expire DESC`,
  );
  return rows.map(({ minutes }) => minutes);
}
