import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/**
 * Corrects the reasons and the närvaro of the case's latest recommendation; what stood there is kept. The outcome has led
 * on to something else and is not changed this way.
 */
export const rekommendationsrattelse: Beslutsregel<'rekommendationsrattelse'> = {
  typ: 'rekommendationsrattelse',
  check(lage, { data }) {
    if (lage.senasteBeslut?.rekommendation === undefined)
      return hinder(
        'ingen_rekommendation',
        'Ärendet har ingen rekommendation att rätta. Registrera en rekommendation först.',
      );
    if (data.narvarande.length === 0) return hinder('utan_narvaro', 'Ange minst en verksamhet som var med på mötet.');
    return undefined;
  },
  apply(forandring, { data }) {
    forandring.note('rekommendationsrattelse', { narvarande: [...new Set(data.narvarande)] });
    forandring.tellRemittent();
  },
};
