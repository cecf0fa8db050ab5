import type { Mottagare } from '../domain/forandring.js';
import type { Transaction } from './client.js';

/** What tells who the people around an ärende are. */
export interface Arendekrets {
  readonly insatsId: string;
  readonly teamId: string;
  readonly remittentId: string;
  readonly koordinatorId: string | null;
}

/** The active people whom a mail about an ärende goes to; each person once. */
export async function findMottagare(tx: Transaction, krets: Arendekrets, till: Mottagare): Promise<string[]> {
  if ('verksamhet' in till) {
    const medlemmar = await tx.teammedlem.findMany({
      where: { teamId: krets.teamId, verksamhetId: till.verksamhet, ersattare: false, anvandare: { aktiv: true } },
      select: { anvandareId: true },
    });
    return medlemmar.map(({ anvandareId }) => anvandareId);
  }
  switch (till.roll) {
    case 'remittent':
      return [krets.remittentId];
    case 'koordinator':
      return krets.koordinatorId === null ? [] : [krets.koordinatorId];
    case 'sammankallande':
    case 'styrgrupp': {
      const innehavare = await tx.roll.findMany({
        where: { roll: till.roll, insatsId: krets.insatsId, anvandare: { aktiv: true } },
        select: { anvandareId: true },
        distinct: ['anvandareId'],
      });
      return innehavare.map(({ anvandareId }) => anvandareId);
    }
  }
}
