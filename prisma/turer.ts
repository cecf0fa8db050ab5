import type { Kotur } from '../domain/ko.js';
import { asDag, type Transaction } from './client.js';

/** A turn as the tables know it, with what keeps it from being offered a place. */
export interface Turrad extends Kotur {
  /** Whether a place is offered and not answered yet. */
  readonly erbjuden: boolean;
  /** Whether sammankallande has to decide first: not reached too often. */
  readonly vilar: boolean;
}

interface Rad extends Omit<Turrad, 'beslutsdatum' | 'koad' | 'tur' | 'missad'> {
  readonly beslutsdatum: Date;
  readonly koad: Date;
  readonly tur: number | null;
  readonly missad: Date | null;
}

/** Everybody who stands in the queue of an insats, in no order. */
export async function readTurer(tx: Pick<Transaction, '$queryRaw'>, insatsId: string): Promise<Turrad[]> {
  const rows = await tx.$queryRaw<Rad[]>`
    SELECT k."arendeId", a.nummer, k.beslutsdatum, k.koad, k.regelpoang, k.tur,
      (SELECT max(e.avslutat) FROM platserbjudande e WHERE e."arendeId" = k."arendeId" AND e.utfall = 'ej_nadd') AS missad,
      EXISTS (SELECT 1 FROM platserbjudande e WHERE e."arendeId" = k."arendeId" AND e.avslutat IS NULL) AS erbjuden,
      EXISTS (SELECT 1 FROM uppgift u
        WHERE u."arendeId" = k."arendeId" AND u.typ = 'koplats' AND u.avslutad IS NULL) AS vilar
    FROM koplats k JOIN arende a ON a.id = k."arendeId"
    WHERE k."insatsId" = ${insatsId}::uuid AND k.lamnad IS NULL`;
  return rows.map(({ tur, missad, ...rad }) => ({
    ...rad,
    beslutsdatum: asDag(rad.beslutsdatum),
    koad: rad.koad.toISOString(),
    ...(tur === null ? {} : { tur }),
    ...(missad === null ? {} : { missad: missad.toISOString() }),
  }));
}
