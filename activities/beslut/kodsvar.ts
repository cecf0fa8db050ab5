import type { Kodsvar } from '../../domain/formular.js';
import type { Transaction } from '../../prisma/client.js';

/** Multi-valued coded answers, at the moment they were asked. */
export async function recordKodsvar(
  tx: Transaction,
  arendeId: string,
  vid: 'remiss' | 'avslut' | 'uppfoljning',
  svar: { sysselsattning: readonly Kodsvar<string>[]; forsorjning: readonly Kodsvar<string>[] },
): Promise<void> {
  await tx.kodsvar.createMany({
    data: (['sysselsattning', 'forsorjning'] as const).flatMap((slag) =>
      svar[slag].map(({ kod, omfattning }) => ({ arendeId, vid, slag, kod, omfattning })),
    ),
  });
}
