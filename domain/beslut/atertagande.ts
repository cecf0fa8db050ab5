import { hinder } from '../hinder.js';
import { lamnaKo } from '../ko.js';
import { tellTidigtSlut } from '../tidigt-slut.js';
import type { Beslutsregel } from './regel.js';

/** The remittent takes the remiss back, which she can until the person is enrolled (design 2.2). */
export const atertagande: Beslutsregel<'atertagande'> = {
  typ: 'atertagande',
  check: (lage) =>
    lage.startdatum === undefined
      ? undefined
      : hinder('redan_inskriven', 'Personen är redan inskriven. Remissen kan inte längre tas tillbaka.'),
  apply(forandring) {
    forandring.note('atertagande');
    forandring.tellRemittent();
    tellTidigtSlut(forandring);
    lamnaKo(forandring);
    forandring.close('atertagande', 'atertagen');
  },
};
