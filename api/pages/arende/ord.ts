import { isKod, type Kodlista } from '../../../domain/koder.js';
import { omfattningar } from '../../../domain/koder.js';
import type { LastKodsvar } from '../../queries/arendeoversikt.js';

/** The Swedish words of a stored code; the code itself when a list no longer has it. */
export const ord = (lista: Kodlista, kod: string | undefined): string | undefined =>
  kod !== undefined && isKod(lista, kod) ? lista[kod] : kod;

export const jaNej = (svar: boolean | undefined): string | undefined =>
  svar === undefined ? undefined : svar ? 'Ja' : 'Nej';

/** Coded answers of one question at one moment, in a sentence: `Arbete (del), Studier (del)`. */
export function kodsvarstext(
  svar: readonly LastKodsvar[],
  vid: LastKodsvar['vid'],
  slag: LastKodsvar['slag'],
  lista: Kodlista,
): string | undefined {
  const texts = svar
    .filter((one) => one.vid === vid && one.slag === slag)
    .map(({ kod, omfattning }) => {
      const del = ord(omfattningar, omfattning)?.toLocaleLowerCase('sv');
      return del === undefined ? ord(lista, kod) : `${ord(lista, kod)} (${del})`;
    });
  return texts.length === 0 ? undefined : texts.join(', ');
}
