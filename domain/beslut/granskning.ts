import { checkAnnanInsats } from '../annan-insats.js';
import { putOnAgenda } from '../dagordning.js';
import { begarKomplettering } from '../komplettering.js';
import type { Beslutsregel } from './regel.js';

/** Sammankallande reviews an incoming remiss (design 2.2). */
export const granskning: Beslutsregel<'granskning'> = {
  typ: 'granskning',
  check: (lage, { data }) => (data.utfall === 'annan_insats' ? checkAnnanInsats(lage, data.insats) : undefined),
  apply(forandring, beslut) {
    const { utfall, insats } = beslut.data;
    forandring.note('granskning', { utfall, ...(insats === undefined ? {} : { insats }) });
    forandring.end('klar', ['granskning']);
    switch (utfall) {
      case 'accepterad':
        forandring.tellRemittent();
        forandring.move('granskning', 'konsultation');
        putOnAgenda(forandring);
        break;
      case 'komplettering':
        begarKomplettering(forandring, beslut, 'mottagen');
        break;
      case 'annan_insats':
        forandring.tellRemittent();
        forandring.close('granskning', 'annan_insats');
        break;
      case 'inte_aktuell':
        forandring.tellRemittent();
        forandring.close('granskning', 'inte_aktuell');
    }
  },
};
