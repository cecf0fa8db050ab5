import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/** Sammankallande closes a case whose remittent never reported back (design 2.3). */
export const uteblivenAterkoppling: Beslutsregel<'utebliven_aterkoppling'> = {
  typ: 'utebliven_aterkoppling',
  check: (lage) =>
    lage.uppgifter.some((uppgift) => uppgift.typ === 'utebliven_aterkoppling')
      ? undefined
      : hinder(
          'for_tidigt',
          'Remittenten har fortfarande tid att återkoppla. Vänta tills uppgiften att ta ställning kommer.',
        ),
  apply(forandring) {
    forandring.note('utebliven_aterkoppling');
    forandring.end('klar', ['utebliven_aterkoppling']);
    forandring.tellRemittent();
    forandring.close('utebliven_aterkoppling', 'utan_aterkoppling');
  },
};
