import { atergang, oppnaIgen } from '../ateroppning.js';
import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/** A case that was closed, or a participation that was ended, by mistake or too early goes on (design 2). */
export const ateroppning: Beslutsregel<'ateroppning'> = {
  typ: 'ateroppning',
  check: (lage) =>
    lage.stangdSom === 'annan_insats'
      ? hinder('annan_insats', 'Ärendet fortsätter i en annan insats. Arbeta vidare i ärendet där.')
      : undefined,
  apply(forandring) {
    oppnaIgen(forandring, atergang(forandring.lage));
  },
};
