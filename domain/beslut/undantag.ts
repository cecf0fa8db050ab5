import { hinder } from '../hinder.js';
import { setInsatstidSlut } from '../insatstid.js';
import type { Beslutsregel } from './regel.js';

/** The styrgrupp's reasoned exception from a hard maximum, with a new last day (design 2.9). */
export const undantag: Beslutsregel<'undantag'> = {
  typ: 'undantag',
  check({ insatstid }, { dag, data }) {
    if (!insatstid?.hard)
      return hinder(
        'utan_langsta_tid',
        'Insatsen har ingen längsta tid att göra undantag från. Föreslå förlängning i stället.',
      );
    if (data.slut <= insatstid.slut)
      return hinder('inte_langre', `Det nya slutet behöver ligga efter dagens slut, ${insatstid.slut}.`);
    if (data.slut < dag) return hinder('redan_slut', 'Det nya slutet kan inte ligga före i dag.');
    return undefined;
  },
  apply(forandring, { data }) {
    forandring.note('undantag', { slut: data.slut });
    forandring.end('klar', ['langsta_tid']);
    setInsatstidSlut(forandring, data.slut, true);
    forandring.utskick.push(
      { slag: 'besked', nyckel: 'undantag-koordinator', till: { roll: 'koordinator' } },
      { slag: 'besked', nyckel: 'undantag-sammankallande', till: { roll: 'sammankallande' } },
    );
  },
};
