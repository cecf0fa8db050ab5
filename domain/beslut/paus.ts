import { hinder } from '../hinder.js';
import { pausdagar, PAUS_BORJAR_INOM_DAGAR, planPaus } from '../paus.js';
import type { Beslutsregel } from './regel.js';

/** Sickness, parental leave or something else stops the clock from one day to another (design 2.9). */
export const paus: Beslutsregel<'paus'> = {
  typ: 'paus',
  check(lage, { dag, data: { fran, till } }) {
    if (lage.paus)
      return hinder('redan_paus', `En paus är redan registrerad till och med ${lage.paus.till}. Avsluta den först.`);
    if (till < fran) return hinder('slut_fore_start', 'Pausens sista dag kan inte ligga före den första.');
    if (lage.startdatum !== undefined && fran < lage.startdatum)
      return hinder('fore_start', `Pausen kan inte börja före startdatum, ${lage.startdatum}.`);
    if (pausdagar({ fran, till: dag }) - 1 > PAUS_BORJAR_INOM_DAGAR)
      return hinder('for_langt_bakat', `Pausen kan ha börjat för högst ${PAUS_BORJAR_INOM_DAGAR} dagar sedan.`);
    if (pausdagar({ fran: dag, till: fran }) - 1 > PAUS_BORJAR_INOM_DAGAR)
      return hinder('for_langt_fram', `Pausen kan börja om högst ${PAUS_BORJAR_INOM_DAGAR} dagar.`);
    if (lage.pausadTill !== undefined && fran <= lage.pausadTill)
      return hinder(
        'overlappar',
        `Den förra pausen varade till och med ${lage.pausadTill}. Ange en senare första dag.`,
      );
    if (lage.insatstid && fran > lage.insatstid.slut)
      return hinder(
        'efter_slut',
        `Pausen behöver börja inom insatstiden, som går ut ${lage.insatstid.slut}. Förläng eller avsluta i stället.`,
      );
    return undefined;
  },
  apply(forandring, { id, data }) {
    forandring.note('paus', { orsak: data.orsak, fran: data.fran, till: data.till });
    forandring.set({ paus: { id, orsak: data.orsak, fran: data.fran, till: data.till } });
    planPaus(forandring);
  },
};
