import type { Flash } from '../../http/flash.js';
import type { Resa } from '../../tidmaskin/resa.js';
import { formatLista, formatTidpunkt } from '../../components/format.js';

const antal = (n: number, en: string, flera: string): string[] => (n === 0 ? [] : [`${n} ${n === 1 ? en : flera}`]);

/** What a journey in time led to, for the one who pressed the button. */
export function resultatText({ framme, klar, paminnelser, uppgifter, mejl }: Resa): Flash {
  const hande = [
    ...antal(paminnelser, 'påminnelse', 'påminnelser'),
    ...antal(uppgifter, 'ny uppgift', 'nya uppgifter'),
    ...antal(mejl, 'mejl', 'mejl'),
  ];
  const vad = hande.length === 0 ? 'Inget hände på vägen' : `På vägen kom ${formatLista(hande)}`;
  const text = `Nu är det ${formatTidpunkt(framme)}. ${vad}.`;
  if (klar) return { slag: 'success', text };
  return {
    slag: 'warning',
    text: `${text} Tiden stannade, för allt som skulle göras hann inte bli klart. Försök igen.`,
  };
}
