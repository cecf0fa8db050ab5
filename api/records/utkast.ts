import type { Steg, Svar } from '../remissformular/steg.js';
import type { PrismaClient } from '../../prisma/client.js';
import { forstorUtkastnyckel } from '../../prisma/nycklar/forstor.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';

export interface SparaSidaInput {
  readonly utkastId: string;
  readonly agareId: string;
  readonly steg: Steg;
  readonly svar: Svar;
  /** The moment, ISO. */
  readonly nu: string;
}

/**
 * Keeps what was typed on one page of a draft, right or wrong, and makes the draft when it is new. The other pages stay
 * as they are, whatever another tab does meanwhile.
 *
 * @returns false when there is nothing to write in: the draft is somebody else's, or has been sent
 */
export async function sparaSida(
  prisma: PrismaClient,
  { utkastId, agareId, steg, svar, nu }: SparaSidaInput,
): Promise<boolean> {
  const innehall = JSON.stringify({ [steg]: svar });
  const written = await prisma.$executeRaw`
    INSERT INTO utkast (id, "agareId", innehall, skapad, andrad)
    VALUES (${utkastId}::uuid, ${agareId}::uuid, ${innehall}::jsonb, ${nu}::timestamptz, ${nu}::timestamptz)
    ON CONFLICT (id) DO UPDATE SET innehall = utkast.innehall || excluded.innehall, andrad = excluded.andrad
    WHERE utkast."agareId" = excluded."agareId" AND utkast.skickad IS NULL`;
  return written > 0;
}

/** Removes a draft of one's own that has not been sent, and its files. @returns false when there was none */
export async function taBortUtkast(
  prisma: PrismaClient,
  { utkastId, agareId, nu }: { utkastId: string; agareId: string; nu: Date },
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.utkast.deleteMany({ where: { id: utkastId, agareId, skickad: null } });
    if (count === 0) return false;
    await tx.bilaga.deleteMany({ where: { utkastId } });
    await forstorUtkastnyckel(tx, utkastId);
    const rad = { nar: nu, av: agareId, grund: 'egen', data: { utkast: utkastId } } as const;
    await skrivSpar(tx, { ...rad, handling: 'ta_bort_utkast' });
    return true;
  });
}
