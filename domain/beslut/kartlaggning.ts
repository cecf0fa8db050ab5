import { hinder } from '../hinder.js';
import { borjaArbetet } from '../plan.js';
import type { Beslutsregel } from './regel.js';

/** The kartläggning is done and ends with the choice of spår (design 2.6). */
export const kartlaggning: Beslutsregel<'kartlaggning'> = {
  typ: 'kartlaggning',
  forstaDag: ({ startdatum }) => (startdatum === undefined ? undefined : { dag: startdatum, vantar: 'starten' }),
  check(lage, { dag, data }) {
    if (data.klar > dag) return hinder('framtida_datum', 'Kartläggningen kan inte vara klar i framtiden.');
    if (lage.startdatum !== undefined && data.klar < lage.startdatum)
      return hinder('fore_start', `Kartläggningen kan inte vara klar före startdatum, ${lage.startdatum}.`);
    return undefined;
  },
  apply(forandring, { data }) {
    forandring.note('kartlaggning', { klar: data.klar, spar: data.spar });
    forandring.end('klar', ['kartlaggning']);
    forandring.set({ spar: data.spar, kartlagd: 'klar', kartlagdDag: data.klar });
    forandring.move('kartlaggning', 'process');
    borjaArbetet(forandring);
  },
};
