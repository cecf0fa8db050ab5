import { formatDatum } from '../../domain/datumord.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import { asDag, type PrismaClient } from '../../prisma/client.js';
import type { Brev, SkrivetBrev } from './brev.js';

/**
 * Tells who stands in for a colleague from which day to which, and that she no longer does, as it is when the mail goes. No
 * name: who is away stands on the pages. Nothing when a later mail tells of the same absence, or it was over or taken back
 * before anything of it had been told.
 *
 * @param idag the Swedish day on which the mail goes
 */
export async function ersattningsbrev(prisma: PrismaClient, id: string, idag: Dag): Promise<SkrivetBrev | undefined> {
  const rad = await prisma.utskick.findUniqueOrThrow({
    where: { id },
    select: {
      slag: true,
      sekvens: true,
      nyckel: true,
      mottagare: { select: { id: true, epost: true, aktiv: true } },
      franvaro: { include: { utskick: { select: { sekvens: true, status: true, mottagareId: true } } } },
    },
  });
  const { franvaro, mottagare, sekvens } = rad;
  if (!franvaro || !mottagare.aktiv) return undefined;
  const hennes = franvaro.utskick.filter(({ mottagareId }) => mottagareId === mottagare.id);
  if (hennes.some((one) => one.sekvens > sekvens)) return undefined;
  const over = franvaro.borttagen !== null || asDag(franvaro.till) < idag;
  const ersatter = !over && franvaro.ersattareId === mottagare.id;
  if (!ersatter && !hennes.some(({ status }) => status === 'skickat')) return undefined;
  const brev = ersatter ? ersattningsord(asDag(franvaro.fran), asDag(franvaro.till)) : ersatterInteOrd;
  return { rad, om: `franvaro-${franvaro.id}`, sida: '/uppgifter', brev };
}

const period = (fran: Dag, till: Dag): string =>
  fran === till ? formatDatum(fran) : `${formatDatum(fran)} till ${formatDatum(till)}`;

/** What who stands in is told. */
export const ersattningsord = (fran: Dag, till: Dag): Brev => {
  const rubrik = `Du är ersättare för en kollega ${period(fran, till)}`;
  return {
    amne: rubrik,
    rubrik,
    stycken: [
      'Under de dagarna står kollegans uppgifter bland dina, och du kan öppna de ärenden som de gäller. Sedan går de tillbaka av sig själva.',
    ],
    fakta: [
      { term: 'Från och med', varde: formatDatum(fran) },
      { term: 'Till och med', varde: formatDatum(till) },
    ],
    lanktext: 'Öppna Uppgifter',
    rad: { text: rubrik },
  };
};

const INTE_LANGRE = 'Du är inte längre ersättare för en kollega';

const ersatterInteOrd: Brev = {
  amne: INTE_LANGRE,
  rubrik: INTE_LANGRE,
  stycken: ['Kollegans uppgifter står inte längre bland dina.'],
  fakta: [],
  lanktext: 'Öppna Uppgifter',
  rad: { text: INTE_LANGRE },
};
