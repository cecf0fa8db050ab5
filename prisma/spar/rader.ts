import { createHash } from 'node:crypto';
import type pg from 'pg';

/** A row of the trace as the control reads it. */
export interface Sparrad {
  readonly kedja: string;
  readonly lopnr: number;
  readonly hash: string;
  /** What the hash is made of, beside the hash before it. */
  readonly innehall: string;
  /** The chain that what stands in it says that it belongs to. */
  readonly hemma: string;
  /** The hash that a seal holds of it, and the seal. */
  readonly forseglad: string | null;
  readonly sigill: number | null;
}

/** Written anew and not the database's own function: who can change rows can change functions too. */
const SQL = `
  SELECT l.kedja, l.lopnr, l.hash,
    jsonb_build_array(l.kedja, l.lopnr, l.id, to_char(l.nar AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      l."avId", l.handling, l."arendeId", l.arenden, l.grund, l.data)::text AS innehall,
    CASE WHEN l."arendeId" IS NOT NULL THEN 'arende/' || l."arendeId"
      WHEN l.data ->> 'insats' IS NOT NULL THEN 'insats/' || (l.data ->> 'insats')
      WHEN l."avId" IS NOT NULL THEN 'person/' || l."avId" ELSE 'handling/' || l.handling END AS hemma,
    a.hash AS forseglad, a.sigill
  FROM logg l LEFT JOIN loggsigillande a ON a.kedja = l.kedja AND a.lopnr = l.lopnr
  WHERE (l.kedja, l.lopnr) > ($1, $2) ORDER BY l.kedja, l.lopnr LIMIT $3`;

const PER_LASNING = 5_000;

/** Every row of the trace, chain by chain, in order; some thousands at a time. */
export async function* sparrader(client: pg.Client): AsyncGenerator<Sparrad> {
  let after: Pick<Sparrad, 'kedja' | 'lopnr'> = { kedja: '', lopnr: -2_147_483_648 };
  for (;;) {
    const { rows } = await client.query<Sparrad>(SQL, [after.kedja, after.lopnr, PER_LASNING]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PER_LASNING) return;
    after = last;
  }
}

/** The hash of what follows something: of a row after a row, of a seal after a seal. */
export const hashAfter = (fore: string, innehall: string): string =>
  createHash('sha256').update(`${fore}\n${innehall}`).digest('hex');
