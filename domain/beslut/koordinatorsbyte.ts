import { hinder } from '../hinder.js';
import { namngivningshinder } from '../skydd.js';
import type { Beslutsregel } from './regel.js';

/** Hands the case over to another koordinator, whose all its koordinator's tasks are from now on (design 2). */
export const koordinatorsbyte: Beslutsregel<'koordinatorsbyte'> = {
  typ: 'koordinatorsbyte',
  check(lage, { data }) {
    const { koordinator } = lage;
    if (koordinator === undefined)
      return hinder('ingen_koordinator', 'Ärendet har ingen koordinator än. Hen utses vid inskrivningen.');
    if (data.koordinator === koordinator)
      return hinder('samma_koordinator', 'Ärendet har redan den koordinatorn. Välj någon annan.');
    return namngivningshinder(lage, data.koordinator);
  },
  apply(forandring, { data }) {
    const before = forandring.lage.koordinator;
    forandring.note('koordinatorsbyte', {
      koordinator: data.koordinator,
      ...(before === undefined ? {} : { tidigare: before }),
    });
    forandring.set({ koordinator: data.koordinator });
    forandring.utskick.push({ slag: 'besked', nyckel: 'besked-ny', till: { person: data.koordinator } });
    if (before !== undefined)
      forandring.utskick.push({ slag: 'besked', nyckel: 'besked-tidigare', till: { person: before } });
  },
};
