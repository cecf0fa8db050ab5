import { hinder } from '../../hinder.js';
import type { Insatsbeslutsregel } from './regel.js';

/** The styrgrupp's answer to a structural obstacle goes back to the whole team (design 2). */
export const hindersvar: Insatsbeslutsregel<'hindersvar'> = {
  check(lage, { data }) {
    const waits = lage.uppgifter.some(({ typ, ref }) => typ === 'hindersvar' && ref === data.hinder);
    return waits
      ? undefined
      : hinder('redan_svarat', 'Hindret väntar inte längre på svar. Läs svaret på insatsens sida.');
  },
  apply(forandring, { data }) {
    forandring.note('hindersvar', { hinder: data.hinder });
    forandring.end('klar', ({ ref }) => ref === data.hinder);
    for (const { kod } of forandring.om.profil.team)
      forandring.utskick.push({ slag: 'besked', nyckel: `hindersvar-${kod}`, till: { team: kod } });
  },
};
