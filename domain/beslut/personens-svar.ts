import { arbetsdagarFranIdag } from '../frister.js';
import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/** The person's own yes or no (design 2.5). */
export const personensSvar: Beslutsregel<'personens_svar'> = {
  typ: 'personens_svar',
  check(lage, { dag, data }) {
    if (lage.svar) return hinder('redan_svarat', 'Personens svar är redan registrerat.');
    if (data.datum > dag) return hinder('framtida_datum', 'Personens svar kan inte ligga i framtiden.');
    return undefined;
  },
  apply(forandring, { data }) {
    forandring.note('personens_svar', { svar: data.svar, datum: data.datum });
    forandring.set({ svar: data.svar, svarsdatum: data.datum });
    forandring.end('klar', ['personens_svar']);
    if (data.svar === 'nej') {
      forandring.close('personens_svar', 'tackat_nej');
      return;
    }
    forandring.open(
      'inskrivning',
      arbetsdagarFranIdag(forandring.om.profil.frister.inskrivningArbetsdagar, forandring.om),
    );
  },
};
