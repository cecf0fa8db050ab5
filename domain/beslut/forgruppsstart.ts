import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/** The day on which the person began in the förgrupp (design 2.4). */
export const forgruppsstart: Beslutsregel<'forgruppsstart'> = {
  typ: 'forgruppsstart',
  check({ forgrupp, startdatum }, { dag, data }) {
    if (forgrupp?.startad !== undefined)
      return hinder('redan_startad', `Starten är redan registrerad, ${forgrupp.startad}. Registrera resultatet.`);
    if (data.datum > dag) return hinder('framtida_datum', 'Starten kan inte ligga i framtiden.');
    if (startdatum === undefined && forgrupp && data.datum < forgrupp.erbjuden)
      return hinder('fore_erbjudandet', `Starten kan inte ligga före erbjudandet, ${forgrupp.erbjuden}.`);
    if (startdatum !== undefined && data.datum < startdatum)
      return hinder('fore_start', `Starten kan inte ligga före startdatum, ${startdatum}.`);
    return undefined;
  },
  apply(forandring, { data }) {
    const { forgrupp } = forandring.lage;
    forandring.note('forgruppsstart', { datum: data.datum });
    forandring.set({ forgrupp: { erbjuden: forgrupp?.erbjuden ?? data.datum, startad: data.datum } });
  },
};
