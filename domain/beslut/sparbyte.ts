import { hinder } from '../hinder.js';
import { spar } from '../koder.js';
import type { Beslutsregel } from './regel.js';

/** The spår chosen after the kartläggning can be changed, with a reason (design 1, 2.6). */
export const sparbyte: Beslutsregel<'sparbyte'> = {
  typ: 'sparbyte',
  check: (lage, { data }) =>
    data.spar === lage.spar
      ? hinder('samma_spar', `Ärendet har redan spåret ${spar[data.spar]}. Välj ett annat spår.`)
      : undefined,
  apply(forandring, { data }) {
    const fran = forandring.lage.spar;
    forandring.note('sparbyte', { ...(fran === undefined ? {} : { fran }), till: data.spar });
    forandring.set({ spar: data.spar });
  },
};
