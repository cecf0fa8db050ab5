import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/** Movement between process and verkställighet is free; both may be open at once (design 2.8). */
export const fasbyte: Beslutsregel<'fasbyte'> = {
  typ: 'fasbyte',
  check: (lage, { data }) =>
    data.till === lage.fas ? hinder('samma_fas', 'Ärendet är redan i den fasen. Välj en annan fas.') : undefined,
  apply(forandring, { data }) {
    forandring.note('fasbyte', { fran: forandring.lage.fas, till: data.till });
    forandring.move('fasbyte', data.till);
  },
};
