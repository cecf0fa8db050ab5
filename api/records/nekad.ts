import type { NekadSak } from '../../domain/spar/handlingar.js';
import type { PrismaClient } from '../../prisma/client.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';
import type { Funnen } from '../queries/nekad.js';

/** Something that somebody was refused. */
export interface Nekande {
  readonly av: string;
  readonly nar: Date;
  readonly sak: NekadSak;
  /** The address with its ids left out, as its route has it. */
  readonly adress: string;
  /** `valja`: a form named what it did not offer. */
  readonly forsok: 'lasa' | 'skicka' | 'valja';
  /** The kind of decision that she wanted to take or see the form of. */
  readonly beslut?: string;
  /** What it was; missing when there is no such thing. */
  readonly funnen: Funnen | undefined;
}

/**
 * Writes that somebody was refused something. By no right: she had none.
 *
 * @throws whatever the database throws
 */
export const logNekad = (prisma: PrismaClient, nekande: Nekande): Promise<void> => {
  const { av, nar, sak, adress, forsok, beslut, funnen = {} } = nekande;
  const { arendeId, id, insats } = funnen;
  return skrivSpar(prisma, {
    av,
    nar,
    handling: 'nekad',
    arendeId,
    data: {
      sak,
      adress,
      forsok,
      ...(beslut !== undefined && { beslut }),
      ...(id !== undefined && { [sak === 'anvandare' ? sak : 'ref']: id }),
      ...(insats !== undefined && { insats }),
    },
  });
};
