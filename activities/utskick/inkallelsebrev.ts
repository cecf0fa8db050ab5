import { formatDatum } from '../../domain/datumord.js';
import { inkalladTill } from '../../domain/mote.js';
import type { PrismaClient } from '../../prisma/client.js';
import type { Brev } from './brev.js';

/**
 * What an ersättare is told who is called in to a meeting: when, how many ärenden, and the way there. Undefined for other
 * mails, and when she is not called in any longer or the meeting is not held.
 *
 * @param nyckel the mail's key
 */
export async function inkallelsebrev(
  prisma: PrismaClient,
  nyckel: string,
  mottagareId: string,
  insats: string,
): Promise<{ readonly sida: string; readonly brev: Brev } | undefined> {
  const id = inkalladTill(nyckel);
  if (id === undefined) return undefined;
  const mote = await prisma.mote.findFirst({
    where: { id, installt: false, deltagare: { some: { anvandareId: mottagareId, inkallad: true } } },
    select: { borjar: true, _count: { select: { punkter: { where: { utgatt: false } } } } },
  });
  if (!mote) return undefined;
  return {
    sida: `/moten/${id}`,
    brev: {
      amne: `${insats}: du är inkallad till ett möte`,
      rubrik: 'Du är inkallad till ett möte',
      stycken: ['Du är inkallad som ersättare till teamets möte. Logga in för att läsa dagordningen.'],
      fakta: [
        { term: 'Insats', varde: insats },
        { term: 'Möte', varde: formatDatum(mote.borjar) },
        { term: 'Ärenden', varde: String(mote._count.punkter) },
      ],
      lanktext: 'Öppna mötet',
      rad: { text: `${insats}: du är inkallad till mötet ${formatDatum(mote.borjar)}` },
    },
  };
}
