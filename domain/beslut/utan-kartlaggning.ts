import { hinder } from '../hinder.js';
import { borjaArbetet } from '../plan.js';
import type { Beslutsregel } from './regel.js';

/** The team decides, with a reason, that the case goes on without a kartläggning (design 2.6). */
export const utanKartlaggning: Beslutsregel<'utan_kartlaggning'> = {
  typ: 'utan_kartlaggning',
  check(lage, { dag, data }) {
    if (lage.kartlaggningKravs === true)
      return hinder('kartlaggning_kravs', 'I den här insatsen görs alltid en kartläggning. Avsluta den i stället.');
    if (lage.startdatum !== undefined && dag < lage.startdatum)
      return hinder('inte_borjat', `Insatsen börjar ${lage.startdatum}. Registrera teamets beslut när den har börjat.`);
    // the team may have decided already when it recommended the enrolment, before startdatum
    if (data.datum > dag) return hinder('framtida_datum', 'Teamets beslut kan inte ligga i framtiden.');
    return undefined;
  },
  apply(forandring, { data }) {
    forandring.note('utan_kartlaggning', { datum: data.datum, spar: data.spar });
    forandring.end('bortfallen', ['kartlaggning']);
    forandring.set({ spar: data.spar, kartlagd: 'utan', kartlagdDag: data.datum });
    forandring.move('utan_kartlaggning', data.till);
    borjaArbetet(forandring);
  },
};
