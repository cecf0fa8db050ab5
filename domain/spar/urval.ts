import { beslut } from '../faser.js';
import { insatsbeslut } from '../insats/lage.js';
import type { Kodlista } from '../koder.js';
import { sparhandlingar } from './handlingar.js';

/** Whole kinds of what was done, to choose among in a search of the trace. */
export const handlingsgrupper = {
  all_lasning: 'All läsning',
  alla_beslut: 'Alla beslut',
  allt_annat: 'Allt annat som har gjorts',
} as const satisfies Kodlista;

const BESLUT: readonly string[] = [...Object.keys(beslut), ...Object.keys(insatsbeslut)];
const ANNAT: readonly string[] = Object.keys(sparhandlingar).filter((one) => !one.startsWith('las_'));
const LASNING: readonly string[] = Object.keys(sparhandlingar).filter((one) => one.startsWith('las_'));

/** The codes of what a search asks for: a kind or one of it. `undefined` for what there is none of. */
export function handlingarFor(urval: string): readonly string[] | undefined {
  switch (urval) {
    case 'all_lasning':
      return LASNING;
    case 'alla_beslut':
      return BESLUT;
    case 'allt_annat':
      return ANNAT;
    default:
      return [...LASNING, ...BESLUT, ...ANNAT].includes(urval) ? [urval] : undefined;
  }
}

/** What can be chosen, under headings. */
export const handlingsval = [
  { label: 'Läsning', koder: LASNING },
  { label: 'Beslut', koder: BESLUT },
  { label: 'Annat', koder: ANNAT },
] as const;
