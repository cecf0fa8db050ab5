import type { Insatsmottagare } from '../../domain/insats/forandring.js';
import type { Transaction } from '../../prisma/client.js';
import type { Insatsrad } from './rad.js';

/** The active people whom a mail about an insats goes to; each person once. A role without an insats is held for all. */
export async function findInsatsmottagare(
  tx: Transaction,
  rad: Pick<Insatsrad, 'id' | 'team'>,
  till: Insatsmottagare,
): Promise<string[]> {
  if ('team' in till) {
    const team = rad.team.find(({ kod }) => kod === till.team);
    const medlemmar = await tx.teammedlem.findMany({
      where: { teamId: team?.id ?? rad.id, anvandare: { aktiv: true } },
      select: { anvandareId: true },
    });
    return medlemmar.map(({ anvandareId }) => anvandareId);
  }
  const innehavare = await tx.roll.findMany({
    where: { roll: till.roll, OR: [{ insatsId: rad.id }, { insatsId: null }], anvandare: { aktiv: true } },
    select: { anvandareId: true },
    distinct: ['anvandareId'],
  });
  return innehavare.map(({ anvandareId }) => anvandareId);
}
