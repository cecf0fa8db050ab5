import { hinder, type Hinder } from '../../domain/hinder.js';
import type { PrismaClient } from '../../prisma/client.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';

interface Av {
  readonly av: string;
  readonly nar: Date;
}

/** A verksamhet to be added to a förbund. */
export interface NyVerksamhet {
  readonly forbundKod: string;
  readonly kod: string;
  readonly namn: string;
  readonly part: string;
  readonly kommun: string | undefined;
}

/**
 * Adds a verksamhet to a förbund.
 *
 * @returns why it could not be done: its code is taken, or the förbund has no such part
 */
export async function laggTillVerksamhet(
  prisma: PrismaClient,
  { forbundKod, kod, namn, part, kommun, av, nar }: Av & NyVerksamhet,
): Promise<Hinder | undefined> {
  return prisma.$transaction(async (tx) => {
    const forbund = await tx.forbund.findUnique({
      where: { kod: forbundKod },
      select: { id: true, parter: { where: { kod: part } } },
    });
    if (!forbund || forbund.parter.length === 0) return hinder('okand_part', 'Välj en part som hör till förbundet.');
    const { count } = await tx.verksamhet.createMany({
      data: [{ kod, namn, part, kommun: kommun ?? null, forbundId: forbund.id }],
      skipDuplicates: true,
    });
    if (count === 0) return hinder('upptagen_kod', 'Koden används redan av en annan verksamhet. Välj en annan.');
    await skrivSpar(tx, {
      nar,
      av,
      handling: 'lagg_till_verksamhet',
      grund: 'kansli',
      data: { verksamhet: kod, part },
    });
    return undefined;
  });
}

/** A person to be added as a user. */
export interface NyAnvandare {
  readonly namn: string;
  readonly epost: string;
  readonly titel: string | undefined;
  readonly verksamhetId: string;
  /** What the identity provider calls her. */
  readonly sub: string;
  /** Whether she sends remisser. */
  readonly handlaggare: boolean;
}

/**
 * Adds a user; she can log in at once.
 *
 * @returns why it could not be done: somebody else logs in by the same subject
 */
export async function laggTillAnvandare(
  prisma: PrismaClient,
  { handlaggare, titel, av, nar, ...person }: Av & NyAnvandare,
): Promise<Hinder | undefined> {
  return prisma.$transaction(async (tx) => {
    const [made] = await tx.anvandare.createManyAndReturn({
      data: [{ ...person, titel: titel ?? null, skapad: nar }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made)
      return hinder(
        'upptagen_sub',
        'Någon annan loggar redan in med det. Kontrollera hos den som sköter inloggningen.',
      );
    if (handlaggare) await tx.roll.create({ data: { anvandareId: made.id, roll: 'handlaggare' } });
    const { verksamhetId: verksamhet } = person;
    await skrivSpar(tx, {
      nar,
      av,
      handling: 'lagg_till_anvandare',
      grund: 'kansli',
      data: { anvandare: made.id, verksamhet, ...(handlaggare ? { roll: 'handlaggare' } : {}) },
    });
    return undefined;
  });
}
