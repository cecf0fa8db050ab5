import { arbetsdagarFranIdag } from '../frister.js';
import { hinder } from '../hinder.js';
import { unplanVarning } from '../insatstid.js';
import type { Beslutsregel } from './regel.js';

/** The koordinator proposes a longer insatstid after a dialogue with the participant (design 2.9). */
export const forlangningsforslag: Beslutsregel<'forlangningsforslag'> = {
  typ: 'forlangningsforslag',
  check(lage, { dag, data }) {
    if (!lage.insatstid) return hinder('utan_insatstid', 'Insatsen har ingen bestämd insatstid att förlänga.');
    if (lage.insatstid.hard)
      return hinder(
        'langsta_tid',
        `Insatsen kan inte förlängas efter den längsta tiden, ${lage.insatstid.slut}. Avsluta den, eller lyft frågan om undantag till styrgruppen.`,
      );
    if (lage.forlangning) return hinder('redan_foreslagen', 'Ett förslag om förlängning väntar redan på beslut.');
    if (data.dialogdatum > dag) return hinder('framtida_datum', 'Dialogen med deltagaren kan inte ligga i framtiden.');
    if (lage.startdatum !== undefined && data.dialogdatum < lage.startdatum)
      return hinder('fore_start', `Dialogen med deltagaren kan inte ligga före startdatum, ${lage.startdatum}.`);
    if (data.slut <= lage.insatstid.slut)
      return hinder('inte_langre', `Det nya slutet behöver ligga efter dagens slut, ${lage.insatstid.slut}.`);
    if (data.slut < dag) return hinder('redan_slut', 'Det nya slutet kan inte ligga före i dag.');
    return undefined;
  },
  apply(forandring, { id, av, data }) {
    forandring.note('forlangningsforslag', { dialogdatum: data.dialogdatum, slut: data.slut });
    forandring.set({ forlangning: { forslag: id, slut: data.slut, av } });
    forandring.end('klar', ['insatstid', 'insatstid_slut']);
    unplanVarning(forandring);
    forandring.open(
      'forlangning',
      arbetsdagarFranIdag(forandring.om.profil.frister.forlangningArbetsdagar, forandring.om),
      { ref: id },
    );
  },
};
