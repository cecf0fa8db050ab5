import { hinder } from '../hinder.js';
import { askForSlut, planVarning, setInsatstidSlut } from '../insatstid.js';
import type { Beslutsregel } from './regel.js';

/** Sammankallande decides on a proposed extension (design 2.9). */
export const forlangning: Beslutsregel<'forlangning'> = {
  typ: 'forlangning',
  check(lage, { dag, data }) {
    if (!lage.forlangning || !lage.insatstid)
      return hinder(
        'utan_forslag',
        'Det finns inget förslag om förlängning att besluta om. Vänta på ett förslag från koordinatorn.',
      );
    if (data.utfall === 'avslag') return undefined;
    if (lage.insatstid.hard)
      return hinder('langsta_tid', `Insatsen kan inte förlängas efter den längsta tiden, ${lage.insatstid.slut}.`);
    if (data.slut === undefined || data.slut <= lage.insatstid.slut)
      return hinder('inte_langre', `Det nya slutet behöver ligga efter dagens slut, ${lage.insatstid.slut}.`);
    if (data.slut < dag) return hinder('redan_slut', 'Det nya slutet kan inte ligga före i dag.');
    return undefined;
  },
  apply(forandring, { av, data }) {
    const { lage } = forandring;
    forandring.note('forlangning', {
      utfall: data.utfall,
      ...(data.slut ? { slut: data.slut } : {}),
      ...(lage.forlangning?.av === av ? { egetForslag: true } : {}),
    });
    forandring.unset('forlangning');
    forandring.end('klar', ['forlangning']);
    forandring.utskick.push({ slag: 'besked', nyckel: 'forlangning', till: { roll: 'koordinator' } });
    if (!lage.insatstid) return;
    if (data.utfall === 'bifall' && data.slut !== undefined) {
      setInsatstidSlut(forandring, data.slut, lage.insatstid.hard);
      return;
    }
    if (lage.insatstid.overTidenSedan !== undefined) askForSlut(forandring);
    else planVarning(forandring, lage.insatstid.slut);
  },
};
