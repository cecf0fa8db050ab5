import type { Mottagare } from '../domain/forandring.js';
import type { Transaction } from './client.js';

/** What tells who the people around an ärende are. */
export interface Arendekrets {
  readonly insatsId: string;
  readonly teamId: string;
  readonly remittentId: string;
  readonly koordinatorId: string | null;
  /** The verksamheter that samtycke opens the ärende to. */
  readonly samtycken: readonly string[];
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
  if ('person' in till) return activeOrSammankallande(tx, krets, till.person);
  if ('team' in till) return teamInomSamtycke(tx, krets);
  if ('ersattareFor' in till) return ersattareOf(tx, krets, till.ersattareFor);
  switch (till.roll) {
    case 'remittent':
      return activeOrSammankallande(tx, krets, krets.remittentId);
    case 'koordinator':
      return krets.koordinatorId === null ? [] : activeOrSammankallande(tx, krets, krets.koordinatorId);
    case 'sammankallande':
    case 'styrgrupp':
      return innehavareAv(tx, krets, till.roll);
  }
}

/** The ordinary members of the team whose verksamhet samtycke opens the ärende to today. */
async function teamInomSamtycke(tx: Transaction, { teamId, samtycken }: Arendekrets): Promise<string[]> {
  const medlemmar = await tx.teammedlem.findMany({
    where: { teamId, verksamhetId: { in: [...samtycken] }, ersattare: false, anvandare: { aktiv: true } },
    select: { anvandareId: true },
  });
  return medlemmar.map(({ anvandareId }) => anvandareId);
}

/** Who stands in for a person; sammankallande when nobody does. */
async function ersattareOf(tx: Transaction, krets: Arendekrets, roll: 'remittent' | 'koordinator'): Promise<string[]> {
  const id = roll === 'remittent' ? krets.remittentId : krets.koordinatorId;
  const person =
    id === null
      ? null
      : await tx.anvandare.findFirst({
          where: { id, ersattare: { aktiv: true } },
          select: { ersattareId: true },
        });
  return person?.ersattareId ? [person.ersattareId] : innehavareAv(tx, krets, 'sammankallande');
}

/** What nobody reads would be known to nobody: mail to who has left goes to who leads the work. */
async function activeOrSammankallande(tx: Transaction, krets: Arendekrets, id: string): Promise<string[]> {
  const active = await tx.anvandare.count({ where: { id, aktiv: true } });
  return active > 0 ? [id] : innehavareAv(tx, krets, 'sammankallande');
}

/** A role without an insats is held for every insats. */
async function innehavareAv(
  tx: Transaction,
  { insatsId }: Arendekrets,
  roll: 'sammankallande' | 'styrgrupp',
): Promise<string[]> {
  const innehavare = await tx.roll.findMany({
    where: { roll, OR: [{ insatsId }, { insatsId: null }], anvandare: { aktiv: true } },
    select: { anvandareId: true },
    distinct: ['anvandareId'],
  });
  return innehavare.map(({ anvandareId }) => anvandareId);
}
