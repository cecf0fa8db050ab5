import { koder, type Kodlista } from '../../domain/koder.js';
import type { Alternativ } from '../components/form/val.js';
import type { Formularunderlag } from './formular.js';

/** A code list as the choices of a field. */
export const alternativ = (lista: Kodlista): Alternativ[] =>
  koder(lista).map((value) => ({ value, label: lista[value] ?? value }));

/** Named things as the choices of a field. */
export const namngivna = (rader: readonly { readonly id: string; readonly namn: string }[]): Alternativ[] =>
  rader.map(({ id, namn }) => ({ value: id, label: namn }));

/** Who can become koordinator: of a protected person one of those named, once they are. */
export const valbaraKoordinatorer = ({ koordinatorer, lage }: Pick<Formularunderlag, 'koordinatorer' | 'lage'>) =>
  koordinatorer.filter(({ id }) => lage.namngivna === undefined || lage.namngivna.includes(id));

export const JA_NEJ: readonly Alternativ[] = [
  { value: 'ja', label: 'Ja' },
  { value: 'nej', label: 'Nej' },
];
