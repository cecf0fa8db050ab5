import { koder, type Kodlista } from '../../domain/koder.js';
import type { Alternativ } from '../components/form/val.js';

/** A code list as the choices of a field. */
export const alternativ = (lista: Kodlista): Alternativ[] =>
  koder(lista).map((value) => ({ value, label: lista[value] ?? value }));

/** Named things as the choices of a field. */
export const namngivna = (rader: readonly { readonly id: string; readonly namn: string }[]): Alternativ[] =>
  rader.map(({ id, namn }) => ({ value: id, label: namn }));

export const JA_NEJ: readonly Alternativ[] = [
  { value: 'ja', label: 'Ja' },
  { value: 'nej', label: 'Nej' },
];
