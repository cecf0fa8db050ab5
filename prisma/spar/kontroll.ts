import pg from 'pg';
import { databaseAccess, type Tls } from '../tls.js';
import { kontrolleraKedjor, type Sparfel } from './kedjor.js';
import { kontrolleraSigill, type ForvaratSigill } from './sigill.js';

/** What a control of the whole trace found. */
export interface Sparkontroll {
  /** Swedish sentences for the operator, each with the place; none when everything stands as it was written. */
  readonly fel: readonly string[];
  readonly rader: number;
  readonly kedjor: number;
  readonly sigill: number;
}

/**
 * Checks the whole trace as it stands in one moment, while others go on writing: every row against its chain, every
 * chain against its end, the seals against each other and against those kept outside, and that what keeps the trace from
 * being changed is in force.
 *
 * @param databaseUrl any role that may read the trace
 * @param tls encrypts the connection
 */
export async function kontrolleraSpar(
  databaseUrl: string,
  forvarade: readonly ForvaratSigill[] = [],
  tls?: Tls,
): Promise<Sparkontroll> {
  const client = new pg.Client(databaseAccess(databaseUrl, tls));
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const skydd = await kontrolleraSkydd(client);
    const kedjor = await kontrolleraKedjor(client);
    const sigill = await kontrolleraSigill(client, forvarade);
    const namn = await namnFor(client);
    const fel = [...skydd, ...kedjor.fel, ...sigill.fel].map((one) => sentence(one, namn));
    return { fel, rader: kedjor.antal, kedjor: kedjor.kedjor, sigill: sigill.antal };
  } finally {
    await client.end();
  }
}

const TRIGGRAR = ['logg_lanka', 'logg_vagra', 'loggsigill_vagra', 'loggsigillande_vagra'];

/** A trace that can be changed unseen from now on is a fault, even while nothing has been. */
async function kontrolleraSkydd(client: pg.Client): Promise<Sparfel[]> {
  const { rows } = await client.query<{ tgname: string }>(
    `SELECT tgname FROM pg_trigger WHERE tgname = ANY($1) AND tgenabled IN ('O', 'A')`,
    [TRIGGRAR],
  );
  return TRIGGRAR.filter((one) => !rows.some(({ tgname }) => tgname === one)).map((one) => ({
    fel: `skyddet ${one} saknas eller är avstängt i databasen`,
  }));
}

/** The number of each ärende, for the names of the chains. */
async function namnFor(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; nummer: string }>('SELECT id, nummer FROM arende');
  return new Map(rows.map(({ id, nummer }) => [id, nummer]));
}

const SLAG: Readonly<Record<string, string>> = {
  arende: 'Ärendet',
  insats: 'Insatsen',
  person: 'Användaren',
  handling: 'Handlingen',
};

function sentence({ kedja, fel }: Sparfel, namn: ReadonlyMap<string, string>): string {
  if (kedja === undefined) return `${fel.charAt(0).toLocaleUpperCase('sv')}${fel.slice(1)}.`;
  const [slag = '', ...rest] = kedja.split('/');
  const id = rest.join('/');
  return `${SLAG[slag] ?? 'Kedjan'} ${namn.get(id) ?? id}: ${fel}.`;
}
