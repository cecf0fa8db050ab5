import type { PrismaClient, Transaction } from '../../prisma/client.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';

/** Whose sessions are ended, by whom, and when by the installation's clock. */
export interface Sessionsslut {
  readonly anvandareId: string;
  readonly av: string;
  readonly nar: Date;
}

/**
 * Ends every session of a person: each of her browsers asks for a login at its next page. Closing an account does so by
 * itself (a trigger of the table). In a transaction of the caller's, when there is more to write.
 *
 * @returns how many there were
 */
export async function avslutaSessioner(tx: Transaction, { anvandareId, av, nar }: Sessionsslut): Promise<number> {
  const antal = await tx.$executeRaw`DELETE FROM session.session WHERE sess ->> 'anvandareId' = ${anvandareId}`;
  await trace(tx, { anvandareId, av, nar }, antal);
  return antal;
}

/** Ends one of a person's sessions; one that has ended already is no fault. @param ref as in queries/sessioner.ts */
export async function avslutaSession(prisma: PrismaClient, given: Sessionsslut & { readonly ref: string }) {
  await prisma.$transaction(async (tx) => {
    const antal = await tx.$executeRaw`
      DELETE FROM session.session
      WHERE sess ->> 'anvandareId' = ${given.anvandareId} AND encode(sha256(sid::bytea), 'hex') = ${given.ref}`;
    if (antal > 0) await trace(tx, given, antal);
  });
}

const trace = (tx: Transaction, { anvandareId, av, nar }: Sessionsslut, antal: number) =>
  skrivSpar(tx, {
    nar,
    av,
    handling: 'avsluta_sessioner',
    ...(av === anvandareId ? { grund: 'egen' } : {}),
    data: { anvandare: anvandareId, antal },
  });
