import { sistaDagKartlaggning } from '../frister.js';
import { hinder } from '../hinder.js';
import { startInsatstid } from '../insatstid.js';
import type { Beslutsregel } from './regel.js';

/** Enrolment: startdatum starts place, insatstid and the counter (design 2.5, 2.9). */
export const inskrivning: Beslutsregel<'inskrivning'> = {
  typ: 'inskrivning',
  check(lage, { dag, data }) {
    if (lage.svar !== 'ja') return hinder('utan_ja', 'Ingen skrivs in utan eget ja. Registrera personens svar först.');
    if (data.beslutsdatum > dag) return hinder('framtida_datum', 'Beslutsdatum kan inte ligga i framtiden.');
    if (lage.svarsdatum !== undefined && data.beslutsdatum < lage.svarsdatum)
      return hinder('fore_svaret', `Beslutsdatum kan inte ligga före personens eget ja, ${lage.svarsdatum}.`);
    if (data.startdatum < data.beslutsdatum)
      return hinder('start_fore_beslut', 'Startdatum kan inte ligga före beslutsdatum.');
    return undefined;
  },
  apply(forandring, { data }) {
    const { om } = forandring;
    forandring.note('inskrivning', {
      beslutsdatum: data.beslutsdatum,
      startdatum: data.startdatum,
      koordinator: data.koordinator,
    });
    forandring.end('klar', ['inskrivning']);
    forandring.tellRemittent();
    forandring.move('inskrivning', 'kartlaggning');
    forandring.set({ koordinator: data.koordinator, startdatum: data.startdatum });
    forandring.open('kartlaggning', sistaDagKartlaggning(data.startdatum, om));
    startInsatstid(forandring, data.startdatum);
  },
};
