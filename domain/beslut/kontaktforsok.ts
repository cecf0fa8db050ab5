import { hinder } from '../hinder.js';
import { isUppfoljningOpen } from '../uppfoljning.js';
import type { Beslutsregel } from './regel.js';

/** One logged attempt to reach the person before the 90-day follow-up, up to three (design 2.11). */
export const kontaktforsok: Beslutsregel<'kontaktforsok'> = {
  typ: 'kontaktforsok',
  check(lage, { dag, data }) {
    if (!isUppfoljningOpen(lage))
      return hinder('inte_oppen', 'Uppföljningen har inte öppnats än. Vänta tills uppgiften att följa upp kommer.');
    if (lage.kontaktnej)
      return hinder(
        'vill_inte_kontaktas',
        'Personen har sagt nej till att bli kontaktad. Registrera uppföljningen som ”Personen vill inte kontaktas”.',
      );
    if (data.datum > dag) return hinder('framtida_datum', 'Kontaktförsöket kan inte ligga i framtiden.');
    if (lage.avslutsdatum !== undefined && data.datum < lage.avslutsdatum)
      return hinder('fore_avslutet', `Kontaktförsöket kan inte ligga före avslutsdatum, ${lage.avslutsdatum}.`);
    if (lage.uppfoljning && lage.uppfoljning.forsok >= lage.uppfoljning.maxForsok)
      return hinder(
        'alla_forsok',
        `Alla ${lage.uppfoljning.maxForsok} kontaktförsök är gjorda. Registrera resultatet.`,
      );
    return undefined;
  },
  apply(forandring, { data }) {
    const { uppfoljning } = forandring.lage;
    if (!uppfoljning) throw new Error('A contact attempt needs a follow-up');
    forandring.set({ uppfoljning: { ...uppfoljning, forsok: uppfoljning.forsok + 1 } });
    forandring.note('kontaktforsok', { nr: uppfoljning.forsok + 1, datum: data.datum, naddes: data.naddes });
  },
};
