import { formatAntal, formatDatum } from '../../domain/datumord.js';
import { addDays, weekday } from '../../domain/kalender/tid.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import type { Brev, Brevrad } from './brev.js';

/** Something that a morning's mail tells of. */
export interface Samladrad extends Brevrad {
  readonly id: string;
  /** From the root of the pages, beginning with a slash. */
  readonly sida: string;
}

const GRUPPER = ['Försenat', 'I dag', 'Den här veckan', 'Senare', 'Nytt'] as const;
type Grupp = (typeof GRUPPER)[number];

function gruppOf({ forfaller }: Brevrad, idag: Dag): Grupp {
  if (forfaller === undefined) return 'Nytt';
  if (forfaller < idag) return 'Försenat';
  if (forfaller === idag) return 'I dag';
  return forfaller <= addDays(idag, 7 - weekday(idag)) ? 'Den här veckan' : 'Senare';
}

/** A new task and its reminder are one thing to do; several decisions in an ärende are one thing to read. */
const isFirst = (rad: Samladrad, at: number, all: readonly Samladrad[]): boolean =>
  all.findIndex((one) => one.text === rad.text && one.sida === rad.sida) === at;

/** The words of a morning's mail: what is to be done, least time left first, then what is new. */
export function sammanstallningsbrev(alla: readonly Samladrad[], idag: Dag): Brev {
  const rader = alla
    .filter(isFirst)
    .toSorted((a, b) => (a.forfaller ?? '').localeCompare(b.forfaller ?? '') || a.text.localeCompare(b.text, 'sv'));
  const uppgifter = rader.filter(({ forfaller }) => forfaller !== undefined);
  const sena = uppgifter.filter((rad) => gruppOf(rad, idag) === 'Försenat').length;
  const nytt = rader.length - uppgifter.length;
  const vad = [
    ...(uppgifter.length > 0 ? [formatAntal(uppgifter.length, 'uppgifter')] : []),
    ...(sena > 0 ? [`varav ${formatAntal(sena, 'försenade')}`] : []),
    ...(nytt > 0 ? [formatAntal(nytt, 'nyheter')] : []),
  ].join(', ');
  return {
    amne: `${formatDatum(idag)}: ${vad}`,
    rubrik: `Din dag ${formatDatum(idag)}`,
    stycken: [`I dag påminner Remissflöde om: ${vad}. Hela din lista finns under Uppgifter.`],
    listor: GRUPPER.map((rubrik) => ({
      rubrik,
      rader: rader.filter((rad) => gruppOf(rad, idag) === rubrik).map(({ text, sida }) => ({ text, sida })),
    })).filter((lista) => lista.rader.length > 0),
    fakta: [],
    lanktext: 'Öppna Uppgifter',
    rad: { text: '' },
  };
}
