import type { Fordelningsslag } from '../../../domain/tilldelning.js';
import { formatDatum } from '../../components/format.js';
import type { Flash } from '../../http/flash.js';
import type { Fordelningsutfall } from '../../records/uppgift/fordela.js';

/** `1 uppgift`, `12 uppgifter`. */
export const antalUppgifter = (antal: number): string => (antal === 1 ? '1 uppgift' : `${antal} uppgifter`);

const GJORT: Readonly<Record<Fordelningsslag, readonly [en: string, flera: string]>> = {
  ta: ['är din', 'är dina'],
  ge: ['är given', 'är givna'],
  lamna: ['är lämnad tillbaka', 'är lämnade tillbaka'],
  vila: ['är lagd åt sidan', 'är lagda åt sidan'],
  ta_fram: ['står åter bland det som ska göras nu', 'står åter bland det som ska göras nu'],
};

/** How many of those that could not be moved are named; all of them stand in the list. */
const NAMNDA = 3;

function gjort(slag: Fordelningsslag, { gjorda, mottagare }: Fordelningsutfall, dag: string): string {
  if (gjorda.length === 0) return 'Inga uppgifter flyttades.';
  const [en, flera] = GJORT[slag];
  const till = slag === 'ge' ? ` till ${mottagare}` : slag === 'vila' ? ` till ${formatDatum(dag)}` : '';
  return `${antalUppgifter(gjorda.length)} ${gjorda.length === 1 ? en : flera}${till}.`;
}

/**
 * What became of the tasks, told on the next page.
 *
 * @param dag the day until which they were put aside, when they were
 */
export function kvittoFor(slag: Fordelningsslag, utfall: Fordelningsutfall, dag: string): Flash {
  const { nekade } = utfall;
  if (nekade.length === 0) return { slag: 'success', text: gjort(slag, utfall, dag) };
  const named = nekade.slice(0, NAMNDA).map(({ nummer, hinder }) => `${nummer}: ${hinder.mening}`);
  const more = nekade.length > NAMNDA ? ` Och ${nekade.length - NAMNDA} till.` : '';
  return {
    slag: 'warning',
    text: `${gjort(slag, utfall, dag)} ${antalUppgifter(nekade.length)} kunde inte flyttas. ${named.join(' ')}${more}`,
  };
}
