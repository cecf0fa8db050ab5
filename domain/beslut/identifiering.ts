import { hinder } from '../hinder.js';
import { foljUpp, periodfel, registreraSamtycke, stangUte } from '../samtycken.js';
import type { Beslutsregel } from './regel.js';

/** An avidentifierad konsultation gets identity and samtycke, without which it leads to no inskrivning (design 2.3). */
export const identifiering: Beslutsregel<'identifiering'> = {
  typ: 'identifiering',
  check(lage, { dag, data }) {
    if (lage.identifierad)
      return hinder('redan_identifierad', 'Personen är redan angiven med namn. Registrera nya samtycken för sig.');
    const verksamheter = data.samtycken.map(({ verksamhet }) => verksamhet);
    if (new Set(verksamheter).size < verksamheter.length)
      return hinder('samma_verksamhet', 'Samma verksamhet är vald två gånger. Välj varje verksamhet en gång.');
    const wrong = data.samtycken.map((one) => periodfel(one, dag)).find((one) => one !== undefined);
    if (wrong) return wrong;
    if (data.samtycken.some(({ fran }) => fran > dag))
      return hinder('framtida_datum', 'Samtycket behöver ha börjat gälla innan personens namn läggs till.');
    const needed = [lage.remittentVerksamhet, lage.huvudman].filter((one) => one !== undefined);
    if (!needed.every((one) => verksamheter.includes(one)))
      return hinder(
        'samtycke_saknas',
        'Samtycket behöver omfatta remittentens verksamhet och huvudmannen för insatsen. Kryssa i dem också.',
      );
    return undefined;
  },
  apply(forandring, { data }) {
    forandring.note('identifiering', { verksamheter: data.samtycken.map(({ verksamhet }) => verksamhet) });
    const covered = data.samtycken.map(({ verksamhet }) => verksamhet);
    const shutOut = forandring.lage.samtycken.filter((one) => !covered.includes(one));
    // who was in the room of an avidentifierad konsultation had no samtycke that a new one could prolong
    forandring.set({ identifierad: true, samtycken: [] });
    for (const one of data.samtycken) registreraSamtycke(forandring, one);
    if (shutOut.length > 0) stangUte(forandring, shutOut);
    else foljUpp(forandring);
  },
};
