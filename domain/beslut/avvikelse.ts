import { datumhinder } from './datumhinder.js';
import type { Beslutsregel } from './regel.js';

/** The remittent is told that something does not go as planned (design 2.7). */
export const avvikelse: Beslutsregel<'avvikelse'> = {
  typ: 'avvikelse',
  check: (lage, { dag, data }) => datumhinder(lage, dag, data.datum, 'Avvikelsen'),
  apply(forandring, { data }) {
    forandring.note('avvikelse', { datum: data.datum });
    forandring.tellRemittent();
  },
};
