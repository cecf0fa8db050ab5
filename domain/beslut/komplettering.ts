import { putOnAgenda } from '../dagordning.js';
import { sistaDagGranskning } from '../frister.js';
import { slutaVantaPaKomplettering } from '../komplettering.js';
import type { Beslutsregel } from './regel.js';

/** The remittent answers what was asked; the case goes back to who asked (design 2.2). */
export const komplettering: Beslutsregel<'komplettering'> = {
  typ: 'komplettering',
  check: () => undefined,
  apply(forandring) {
    const { kompletteringFran } = forandring.lage;
    forandring.note('komplettering');
    forandring.tellRemittent();
    slutaVantaPaKomplettering(forandring, 'klar');
    forandring.unset('kompletteringFran');
    if (kompletteringFran === 'konsultation') {
      forandring.move('komplettering', 'konsultation');
      putOnAgenda(forandring);
      return;
    }
    forandring.move('komplettering', 'mottagen');
    forandring.open('granskning', sistaDagGranskning(forandring.om));
  },
};
