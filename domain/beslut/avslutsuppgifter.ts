import { hinder } from '../hinder.js';
import { orsakKraverOverlamning } from '../overlamning.js';
import type { Beslutsregel } from './regel.js';

const UTAN_UPPFOLJNING: readonly string[] = ['avliden', 'felregistrering'];

/** Why the participation ended and what came after; opens the wait for the 90-day follow-up (design 2.10, 2.11). */
export const avslutsuppgifter: Beslutsregel<'avslutsuppgifter'> = {
  typ: 'avslutsuppgifter',
  check: (lage, { data }) =>
    orsakKraverOverlamning(data.orsak) && !lage.overlamnad && !data.overlamning
      ? hinder(
          'overlamning_saknas',
          'Personen går tillbaka till en myndighet. Skriv vilken verksamhet och vem där som tar över.',
        )
      : undefined,
  apply(forandring, { data }) {
    forandring.note('avslutsuppgifter', { orsak: data.orsak });
    forandring.end('klar', ['avslutsuppgifter']);
    if (data.overlamning) forandring.set({ overlamnad: true });
    if (UTAN_UPPFOLJNING.includes(data.orsak)) {
      const som = data.orsak === 'felregistrering' ? 'felregistrerad' : 'utan_uppfoljning';
      forandring.close('avslutsuppgifter', som);
      return;
    }
    if (data.farKontaktas === false) forandring.set({ kontaktnej: true });
    forandring.move('avslutsuppgifter', 'uppfoljning');
  },
};
