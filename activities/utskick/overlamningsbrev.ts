import { formatAntal } from '../../domain/datumord.js';
import type { PrismaClient } from '../../prisma/client.js';
import type { SkrivetBrev } from './brev.js';

/**
 * The one mail to whoever has taken over another's work: how many ärenden, and the way to them. Not one for each, and no
 * name: who handed over stands on the pages.
 */
export async function overlamningsbrev(prisma: PrismaClient, id: string): Promise<SkrivetBrev | undefined> {
  const rad = await prisma.utskick.findUniqueOrThrow({
    where: { id },
    select: {
      slag: true,
      sekvens: true,
      nyckel: true,
      mottagare: { select: { id: true, epost: true, aktiv: true } },
      overlamning: { select: { id: true, _count: { select: { poster: true } } } },
    },
  });
  const { overlamning, mottagare } = rad;
  if (!overlamning || !mottagare.aktiv) return undefined;
  const antal = overlamning._count.poster;
  const rubrik = 'Du har tagit över en kollegas arbete';
  return {
    rad,
    om: `overlamning-${overlamning.id}`,
    sida: '/uppgifter',
    brev: {
      amne: rubrik,
      rubrik,
      stycken: [
        'En förvaltare i din organisation har lämnat över en kollegas arbete till dig. Logga in för att se vad som väntar.',
      ],
      fakta: antal === 0 ? [] : [{ term: 'Ärenden', varde: String(antal) }],
      lanktext: 'Öppna Uppgifter',
      rad: { text: antal === 0 ? rubrik : `${rubrik}: ${formatAntal(antal, 'ärenden')}` },
    },
  };
}
