import { putOnAgenda } from '../dagordning.js';
import type { Beslutsregel } from './regel.js';

/** How it went with the team's advice; "delvis" and "gick inte" put the case back on the agenda (design 2.3). */
export const aterkoppling: Beslutsregel<'aterkoppling'> = {
  typ: 'aterkoppling',
  check: () => undefined,
  apply(forandring, { data }) {
    forandring.note('aterkoppling', { utfall: data.utfall });
    forandring.end('klar', ['aterkoppling', 'utebliven_aterkoppling']);
    // what the team advises next may be something else: the actions of this råd are no longer waited for
    forandring.end('bortfallen', ['atgard']);
    forandring.tellRemittent();
    forandring.unplan((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === 'utebliven_aterkoppling');
    switch (data.utfall) {
      case 'genomfort':
        forandring.close('aterkoppling', 'rad_genomfort');
        break;
      case 'personen_vill_inte':
        forandring.close('aterkoppling', 'personen_vill_inte');
        break;
      case 'delvis':
      case 'gick_inte':
        forandring.move('aterkoppling', 'konsultation');
        putOnAgenda(forandring, forandring.lage.mote?.borjar);
    }
  },
};
