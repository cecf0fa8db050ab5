import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/** A verksamhet answers in a konsultation, in writing before the meeting or at it (design 2.3). */
export const yttrande: Beslutsregel<'yttrande'> = {
  typ: 'yttrande',
  check(lage, { data }) {
    if (!lage.samtycken.includes(data.verksamhet))
      return hinder('utan_samtycke', 'Samtycket omfattar inte verksamheten. Den kan inte lämna yttrande i ärendet.');
    if (lage.yttranden?.includes(data.verksamhet))
      return hinder(
        'redan_lamnat',
        'Verksamheten har redan lämnat sitt yttrande till mötet. Ta upp det som är nytt på mötet.',
      );
    return undefined;
  },
  apply(forandring, { data }) {
    const { yttranden = [] } = forandring.lage;
    forandring.note('yttrande', { verksamhet: data.verksamhet });
    forandring.set({ yttranden: [...yttranden, data.verksamhet] });
    forandring.end('klar', ['yttrande'], (uppgift) => uppgift.verksamhet === data.verksamhet);
  },
};
