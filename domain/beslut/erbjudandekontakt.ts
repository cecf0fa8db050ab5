import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/** One logged contact about an offered place (design 2.5). */
export const erbjudandekontakt: Beslutsregel<'erbjudandekontakt'> = {
  typ: 'erbjudandekontakt',
  check({ erbjudande }, { dag, data }) {
    if (!erbjudande) return hinder('inget_erbjudande', 'Ingen plats är erbjuden. Vänta tills personen står i tur.');
    if (erbjudande.kontakter >= erbjudande.maxKontakter)
      return hinder('alla_kontakter', `Alla ${erbjudande.maxKontakter} kontakter är gjorda. Registrera svaret.`);
    if (data.datum > dag) return hinder('framtida_datum', 'Kontakten kan inte ligga i framtiden.');
    if (data.datum < erbjudande.erbjuden)
      return hinder('fore_erbjudandet', `Kontakten kan inte ligga före erbjudandet, ${erbjudande.erbjuden}.`);
    return undefined;
  },
  apply(forandring, { data }) {
    const { erbjudande } = forandring.lage;
    if (!erbjudande) throw new Error(`The ärende ${forandring.lage.nummer} has no offer`);
    const kontakter = erbjudande.kontakter + 1;
    forandring.note('erbjudandekontakt', { nr: kontakter, datum: data.datum, naddes: data.naddes });
    forandring.set({ erbjudande: { ...erbjudande, kontakter } });
  },
};
