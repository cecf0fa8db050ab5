import { hinder } from '../hinder.js';
import { lamnaKo } from '../ko.js';
import type { Beslutsregel } from './regel.js';

/** A way out before inskrivning that nobody chose: the person moved, died, or something else happened (design 2.5). */
export const ejAktuell: Beslutsregel<'ej_aktuell'> = {
  typ: 'ej_aktuell',
  check(lage) {
    if (lage.startdatum !== undefined)
      return hinder('inskriven', 'Personen är inskriven. Avsluta insatsen i stället, och ange orsaken där.');
    return undefined;
  },
  apply(forandring, { data }) {
    forandring.note('ej_aktuell', { orsak: data.orsak });
    lamnaKo(forandring);
    forandring.tellRemittent();
    forandring.close('ej_aktuell', 'ej_aktuell_langre');
  },
};
