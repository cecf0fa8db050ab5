import type { Anteckningslasare } from '../../domain/koder.js';
import type { PrismaClient } from '../../prisma/client.js';

/** A note as it is read. */
export interface LastAnteckning {
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly datum: string;
  readonly satt?: string;
  readonly text: string;
  readonly lasare: Anteckningslasare;
  readonly av: string;
  /** When it was written, ISO. */
  readonly skapad: string;
  readonly ersatterId?: string;
}

/** Reads every note of an ärende in one statement, by the day it is about, newest first. The caller has logged the reading. */
export async function readAnteckningar(prisma: PrismaClient, arendeId: string): Promise<LastAnteckning[]> {
  const rows = await prisma.$queryRaw<{ anteckning: LastAnteckning }[]>`
    SELECT json_strip_nulls(json_build_object(
      'id', n.id, 'datum', n.datum, 'satt', n.satt, 'text', n.text, 'lasare', n.lasare, 'av', u.namn,
      'skapad', n.skapad, 'ersatterId', n."ersatterId")) AS anteckning
    FROM anteckning n JOIN anvandare u ON u.id = n."avId"
    WHERE n."arendeId" = ${arendeId}::uuid
    ORDER BY n.datum DESC, n.skapad DESC, n.id`;
  return rows.map(({ anteckning }) => anteckning);
}
