import type { PrismaClient } from '../../prisma/client.js';

/** One of a person's sessions, as she sees it. */
export interface Inloggning {
  /** Names the session without being its number: nobody takes a session over with it. */
  readonly ref: string;
  /** Browser and system, in words. */
  readonly enhet: string;
  readonly borjade: Date;
  /** When a page was last asked for, to the minute. */
  readonly senast: Date;
}

interface Rad {
  readonly ref: string;
  readonly enhet: string | null;
  readonly borjade: number;
  readonly senast: number;
}

/** The sessions of a person that have not ended, the latest used first. One statement. */
export async function readInloggningar(prisma: PrismaClient, anvandareId: string): Promise<Inloggning[]> {
  const rows = await prisma.$queryRaw<Rad[]>`
    SELECT encode(sha256(sid::bytea), 'hex') AS ref, sess ->> 'enhet' AS enhet,
           (sess ->> 'borjade')::double precision AS borjade, (sess ->> 'senast')::double precision AS senast
    FROM session.session WHERE sess ->> 'anvandareId' = ${anvandareId} AND expire >= to_timestamp(${Date.now() / 1000})
    ORDER BY senast DESC, ref`;
  return rows.map(({ ref, enhet, borjade, senast }) => ({
    ref,
    enhet: enhet ?? 'Okänd webbläsare',
    borjade: new Date(borjade),
    senast: new Date(senast),
  }));
}
