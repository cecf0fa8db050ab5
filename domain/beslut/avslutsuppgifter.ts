import type { Avslutsorsak } from '../koder.js';
import type { Beslutsregel } from './regel.js';

const UTAN_UPPFOLJNING: readonly Avslutsorsak[] = ['avliden', 'felregistrering'];

/** Why the participation ended and what came after; opens the wait for the 90-day follow-up (design 2.10, 2.11). */
export const avslutsuppgifter: Beslutsregel<'avslutsuppgifter'> = {
  typ: 'avslutsuppgifter',
  check: () => undefined,
  apply(forandring, { data }) {
    forandring.note('avslutsuppgifter', { orsak: data.orsak });
    forandring.end('klar', ['avslutsuppgifter']);
    if (UTAN_UPPFOLJNING.includes(data.orsak)) {
      forandring.close('avslutsuppgifter', 'utan_uppfoljning');
      return;
    }
    forandring.move('avslutsuppgifter', 'uppfoljning');
  },
};
