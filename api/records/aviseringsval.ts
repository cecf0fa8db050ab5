import type { Aviseringssatt, Aviseringsslag } from '../../domain/aviseringsval.js';
import { skillda } from '../../domain/spar/andrat.js';
import type { PrismaClient } from '../../prisma/client.js';
import { tellInsatserOf } from '../../prisma/tell-engine.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';

/** How a person wants to hear of each kind of thing. */
export type Aviseringsvalen = Readonly<Partial<Record<Aviseringsslag, Aviseringssatt>>>;

/**
 * Keeps how a person wants to hear of things, all of it at once; what was written to her before goes as it was. When she wants
 * her calendar told of meetings again, it is told of what it does not have. Traced.
 */
export async function sparaAviseringsval(
  prisma: PrismaClient,
  { anvandareId, valen, nu }: { readonly anvandareId: string; readonly valen: Aviseringsvalen; readonly nu: Date },
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const before = await tx.aviseringsval.findMany({ where: { anvandareId } });
    const forut = (slag: string) => before.find((one) => one.slag === slag)?.satt ?? null;
    for (const [slag, satt] of Object.entries(valen))
      await tx.aviseringsval.upsert({
        where: { anvandareId_slag: { anvandareId, slag } },
        create: { anvandareId, slag, satt },
        update: { satt },
      });
    await tellInsatserOf(tx, anvandareId, nu.toISOString());
    const andrat = skillda(
      Object.fromEntries(Object.entries(valen).map(([slag, satt]) => [slag, [forut(slag), satt] as const])),
    );
    await skrivSpar(tx, { nar: nu, av: anvandareId, handling: 'aviseringsval', grund: 'egen', andrat });
  });
}
