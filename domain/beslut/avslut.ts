import { hinder } from '../hinder.js';
import { morgon, sistaDagAvslutsuppgifter, uppfoljningsdagar } from '../frister.js';
import type { Beslutsregel } from './regel.js';

/** Leaving the insats: the last day is decided, the rest has 14 days; the 90 days begin to run (design 2.10, 2.11). */
export const avslut: Beslutsregel<'avslut'> = {
  typ: 'avslut',
  check(lage, { dag, data }) {
    // one who never began leaves on the day it is decided: waiting for startdatum would hold a place for nobody
    const neverBegan = lage.startdatum !== undefined && lage.startdatum > dag;
    if (neverBegan && data.avslutsdatum !== dag)
      return hinder('inte_borjat', 'Insatsen har inte börjat än. Ange dagens datum som avslutsdatum.');
    if (!neverBegan && lage.startdatum !== undefined && data.avslutsdatum < lage.startdatum)
      return hinder('fore_start', `Avslutsdatum kan inte ligga före startdatum, ${lage.startdatum}.`);
    if (data.avslutsdatum > dag)
      return hinder('framtida_datum', 'Avslutsdatum är deltagarens sista dag och kan inte ligga i framtiden.');
    return undefined;
  },
  apply(forandring, { data }) {
    const { om } = forandring;
    forandring.note('avslut', { avslutsdatum: data.avslutsdatum });
    forandring.endAll();
    forandring.tellRemittent();
    forandring.move('avslut', 'avslut');
    const dagar = uppfoljningsdagar(data.avslutsdatum, om);
    forandring.unset('forlangning');
    forandring.set({
      avslutsdatum: data.avslutsdatum,
      uppfoljning: { dag: dagar.dag, senast: dagar.senast, forsok: 0, maxForsok: om.profil.kontaktforsok },
      frister: [
        { typ: 'uppgift_oppnas', nar: morgon(dagar.oppnas, om), uppgift: 'uppfoljning', forfaller: dagar.senast },
      ],
    });
    forandring.open('avslutsuppgifter', sistaDagAvslutsuppgifter(om));
  },
};
