import { hinder } from '../hinder.js';
import { skrivIn } from '../inskriven.js';
import { lamnaKo, stallIKo } from '../ko.js';
import { isOverPlatser } from '../platser.js';
import { starthinder } from './datumhinder.js';
import { namngivningshinder } from '../skydd.js';
import type { Beslutsregel } from './regel.js';

/**
 * Enrolment: with a place, or beyond the places with a reason. Without either the same decision puts the person in the
 * queue (design 2.5).
 */
export const inskrivning: Beslutsregel<'inskrivning'> = {
  typ: 'inskrivning',
  check(lage, { dag, data }) {
    if (lage.svar !== 'ja') return hinder('utan_ja', 'Ingen skrivs in utan eget ja. Registrera personens svar först.');
    if (lage.ko && !data.overinskrivning)
      return hinder(
        'star_i_ko',
        'Personen står i kö. Vänta på att en plats blir ledig, eller ange skäl för överinskrivning.',
      );
    if (data.beslutsdatum > dag) return hinder('framtida_datum', 'Beslutsdatum kan inte ligga i framtiden.');
    if (lage.svarsdatum !== undefined && data.beslutsdatum < lage.svarsdatum)
      return hinder('fore_svaret', `Beslutsdatum kan inte ligga före personens eget ja, ${lage.svarsdatum}.`);
    if (data.startdatum < data.beslutsdatum)
      return hinder('start_fore_beslut', 'Startdatum kan inte ligga före beslutsdatum.');
    return starthinder(dag, data.startdatum) ?? namngivningshinder(lage, data.koordinator);
  },
  apply(forandring, { data: { overinskrivning, beslutsdatum, startdatum, koordinator } }) {
    const given = { beslutsdatum, startdatum, koordinator };
    forandring.end('klar', ['inskrivning']);
    const over = isOverPlatser(forandring.om.platser);
    if (over && !overinskrivning) {
      forandring.tellRemittent();
      stallIKo(forandring, given);
      return;
    }
    lamnaKo(forandring);
    skrivIn(forandring, 'inskrivning', over ? { ...given, overinskrivning: true } : given);
  },
};
