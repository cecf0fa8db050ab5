import { checkAtgarder, openAtgarder } from '../atgarder.js';
import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/** A meeting of several authorities about the participation, with the actions agreed on there (design 2.7). */
export const flerpartsmote: Beslutsregel<'flerpartsmote'> = {
  typ: 'flerpartsmote',
  check(lage, { dag, data }) {
    if (data.datum > dag)
      return hinder('framtida_datum', 'Mötet kan inte ligga i framtiden. Registrera det när det har hållits.');
    if (lage.startdatum !== undefined && data.datum < lage.startdatum)
      return hinder('fore_start', `Mötet kan inte ligga före startdatum, ${lage.startdatum}.`);
    return checkAtgarder(lage, dag, data.atgarder);
  },
  apply(forandring, { data }) {
    forandring.note('flerpartsmote', { datum: data.datum, antal: data.atgarder.length });
    openAtgarder(forandring, data.atgarder);
  },
};
