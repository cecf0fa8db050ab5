import type { Forandring } from './forandring.js';
import { morgon, sistaDagAterkoppling } from './frister.js';

/**
 * Asks the remittent how it went with the team's advice, and plans sammankallande's look at it should no answer come
 * (design 2.3). For a case that has come into the phase råd.
 */
export function begarAterkoppling(forandring: Forandring): void {
  const { om } = forandring;
  const forfaller = sistaDagAterkoppling(om);
  forandring.open('aterkoppling', forfaller);
  const uteblir = om.kalender.addArbetsdagar(forfaller, om.profil.frister.utebliveAterkopplingArbetsdagar);
  forandring.plan({
    typ: 'uppgift_oppnas',
    nar: morgon(uteblir, om),
    uppgift: 'utebliven_aterkoppling',
    forfaller: om.kalender.addArbetsdagar(uteblir, om.profil.frister.granskningArbetsdagar),
  });
}
