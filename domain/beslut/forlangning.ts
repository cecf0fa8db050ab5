import { hinder } from '../hinder.js';
import { arbetsdagarFranIdag } from '../frister.js';
import { planVarning, setInsatstidSlut } from '../insatstid.js';
import type { Beslutsregel } from './regel.js';

/** Sammankallande decides on a proposed extension (design 2.9). */
export const forlangning: Beslutsregel<'forlangning'> = {
  typ: 'forlangning',
  check(lage, { dag, data }) {
    if (!lage.forlangning || !lage.insatstid)
      return hinder('utan_forslag', 'Det finns inget förslag om förlängning att besluta om.');
    if (data.utfall === 'bifall' && (data.slut === undefined || data.slut <= lage.insatstid.slut))
      return hinder('inte_langre', `Det nya slutet behöver ligga efter dagens slut, ${lage.insatstid.slut}.`);
    if (data.utfall === 'bifall' && data.slut !== undefined && data.slut < dag)
      return hinder('redan_slut', 'Det nya slutet kan inte ligga före i dag.');
    return undefined;
  },
  apply(forandring, { data }) {
    const { om, lage } = forandring;
    forandring.note('forlangning', { utfall: data.utfall, ...(data.slut ? { slut: data.slut } : {}) });
    forandring.unset('forlangning');
    forandring.end('klar', ['forlangning']);
    if (!lage.insatstid) return;
    if (data.utfall === 'bifall' && data.slut !== undefined) {
      setInsatstidSlut(forandring, data.slut, lage.insatstid.hard);
      return;
    }
    if (lage.insatstid.overTidenSedan !== undefined)
      forandring.open('insatstid_slut', arbetsdagarFranIdag(om.profil.frister.insatstidSlutArbetsdagar, om));
    else planVarning(forandring, lage.insatstid.slut);
  },
};
