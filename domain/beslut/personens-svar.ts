import { arbetsdagarFranIdag } from '../frister.js';
import { hinder } from '../hinder.js';
import { lamnaKo } from '../ko.js';
import type { Beslutsregel } from './regel.js';

/** The person's own yes or no; a yes can be taken back until the enrolment (design 2.5). */
export const personensSvar: Beslutsregel<'personens_svar'> = {
  typ: 'personens_svar',
  check(lage, { dag, data }) {
    if (lage.svar === 'ja' && data.svar === 'ja')
      return hinder('redan_svarat', 'Personens ja är redan registrerat. Registrera nej om personen ändrar sig.');
    if (lage.svarsdatum !== undefined && data.datum < lage.svarsdatum)
      return hinder('fore_svaret', `Personens nej kan inte ligga före personens ja, ${lage.svarsdatum}.`);
    if (data.datum > dag) return hinder('framtida_datum', 'Personens svar kan inte ligga i framtiden.');
    return undefined;
  },
  apply(forandring, { data }) {
    forandring.note('personens_svar', { svar: data.svar, datum: data.datum });
    forandring.set({ svar: data.svar, svarsdatum: data.datum });
    forandring.end('klar', ['personens_svar']);
    forandring.tellRemittent();
    if (data.svar === 'nej') {
      lamnaKo(forandring);
      forandring.close('personens_svar', 'tackat_nej');
      return;
    }
    forandring.open(
      'inskrivning',
      arbetsdagarFranIdag(forandring.om.profil.frister.inskrivningArbetsdagar, forandring.om),
    );
  },
};
