import { putOnAgenda } from '../dagordning.js';
import type { Beslutsregel } from './regel.js';

/** Sammankallande reviews an incoming remiss (design 2.2). */
export const granskning: Beslutsregel<'granskning'> = {
  typ: 'granskning',
  check: () => undefined,
  apply(forandring, { data }) {
    forandring.note('granskning', { utfall: data.utfall });
    forandring.end('klar', ['granskning']);
    forandring.tellRemittent();
    if (data.utfall === 'inte_aktuell') {
      forandring.close('granskning', 'inte_aktuell');
      return;
    }
    forandring.move('granskning', 'konsultation');
    putOnAgenda(forandring);
  },
};
