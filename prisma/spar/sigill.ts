import type pg from 'pg';
import type { Sparfel } from './kedjor.js';
import { hashAfter } from './rader.js';

/** A seal as it was kept outside the database. */
export interface ForvaratSigill {
  readonly nr: number;
  readonly hash: string;
}

interface Sigillrad extends ForvaratSigill {
  /** How many ends it holds, and how many it says that it holds. */
  readonly andar: number;
  readonly kedjor: number;
  readonly innehall: string;
}

/**
 * Checks every seal against the one before it and the ends that it holds, and that each end's row is still there; and
 * that the seals which were kept outside are among them, which nobody can rewrite who reaches the database alone.
 */
export async function kontrolleraSigill(
  client: pg.Client,
  forvarade: readonly ForvaratSigill[],
): Promise<{ fel: Sparfel[]; antal: number }> {
  const sigill = await readSigill(client);
  const fel: Sparfel[] = [];
  let fore = '';
  for (const [index, { nr, hash, innehall, andar, kedjor }] of sigill.entries()) {
    if (nr !== index + 1) return { fel: [...fel, { fel: `sigill ${index + 1} saknas` }], antal: sigill.length };
    if (andar !== kedjor) fel.push({ fel: `sigill ${nr} gäller ${kedjor} kedjor men har slutet på ${andar}` });
    if (hash !== hashAfter(fore, innehall)) fel.push({ fel: `sigill ${nr} är ändrat` });
    fore = hash;
  }
  for (const { nr, hash } of forvarade) {
    const found = sigill.find((one) => one.nr === nr);
    if (found?.hash !== hash)
      fel.push({ fel: found ? `sigill ${nr} är ett annat än det som har förvarats` : `sigill ${nr} saknas` });
  }
  return { fel: [...fel, ...(await lostRows(client))], antal: sigill.length };
}

async function readSigill(client: pg.Client): Promise<Sigillrad[]> {
  const { rows } = await client.query<Sigillrad>(`
    SELECT s.nr, s.hash, s.kedjor, a.andar,
      jsonb_build_array(s.nr, to_char(s.nar AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), s.kedjor, a.alla)::text
        AS innehall
    FROM loggsigill s LEFT JOIN LATERAL (
      SELECT count(*)::int AS andar,
        jsonb_agg(jsonb_build_array(a.kedja, a.lopnr, a.hash) ORDER BY a.kedja COLLATE "C") AS alla
      FROM loggsigillande a WHERE a.sigill = s.nr) a ON true
    ORDER BY s.nr`);
  return rows;
}

/** Chains whose noted end was moved back behind what a seal holds: the sealed rows are gone. */
async function lostRows(client: pg.Client): Promise<Sparfel[]> {
  const { rows } = await client.query<{ kedja: string; fran: number; till: number; sigill: number }>(`
    SELECT a.kedja, min(a.lopnr) AS fran, max(a.lopnr) AS till, min(a.sigill) AS sigill FROM loggsigillande a
    WHERE NOT EXISTS (SELECT 1 FROM logg l WHERE l.kedja = a.kedja AND l.lopnr = a.lopnr)
      AND EXISTS (SELECT 1 FROM logg l WHERE l.kedja = a.kedja)
    GROUP BY a.kedja ORDER BY a.kedja`);
  return rows.map(({ kedja, fran, till, sigill }) => ({
    kedja,
    fel: `${fran === till ? `rad ${fran}` : `rader till och med ${till}`}, som sigill ${sigill} gäller, saknas`,
  }));
}
