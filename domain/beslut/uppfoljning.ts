import { hinder } from '../hinder.js';
import { isUppfoljningOpen } from '../uppfoljning.js';
import type { Beslutsregel } from './regel.js';

/** The result on the 90th day after avslutsdatum; the case is closed (design 2.11). */
export const uppfoljning: Beslutsregel<'uppfoljning'> = {
  typ: 'uppfoljning',
  check(lage, { dag, data }) {
    const { uppfoljning: plan } = lage;
    if (!plan || !isUppfoljningOpen(lage))
      return hinder('inte_oppen', 'Uppföljningen har inte öppnats än. Vänta tills uppgiften att följa upp kommer.');
    if (data.datum > dag) return hinder('framtida_datum', 'Datumet för uppföljningen kan inte ligga i framtiden.');
    if (lage.avslutsdatum !== undefined && data.datum < lage.avslutsdatum)
      return hinder('fore_avslutet', `Uppföljningen kan inte gälla en dag före avslutsdatum, ${lage.avslutsdatum}.`);
    if (data.resultat === 'nadd' && dag < plan.dag)
      return hinder(
        'fore_dag_90',
        `Resultatet ska beskriva läget den 90:e dagen. Registrera det från och med ${plan.dag}.`,
      );
    if (data.resultat === 'nadd' && data.datum < plan.dag)
      return hinder('galler_fore_dag_90', `Uppgifterna ska gälla den 90:e dagen, ${plan.dag}, eller senare.`);
    if (data.resultat === 'ej_nadd' && plan.forsok < plan.maxForsok && dag < plan.senast)
      return hinder(
        'fler_forsok',
        `Gör och registrera ${plan.maxForsok} kontaktförsök innan personen anges som inte nådd.`,
      );
    return undefined;
  },
  apply(forandring, { data }) {
    forandring.note('uppfoljning', { resultat: data.resultat, datum: data.datum });
    forandring.end('klar', ['uppfoljning']);
    forandring.close('uppfoljning', 'uppfoljd');
  },
};
