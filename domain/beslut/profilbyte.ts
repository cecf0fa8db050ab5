import { hinder } from '../hinder.js';
import { bytProfil } from '../profilbyte.js';
import type { Beslutsregel } from './regel.js';

/**
 * A running case is moved to a newer version of its insats's profile, after a dry run that showed what would change
 * (design 2). Until then it keeps the version it started with.
 */
export const profilbyte: Beslutsregel<'profilbyte'> = {
  typ: 'profilbyte',
  check(lage, { data }) {
    if (!Number.isInteger(data.version) || data.version < 1)
      return hinder('okand_version', 'Ange vilken version ärendet ska flyttas till.');
    if (data.version === lage.profilversion)
      return hinder('samma_version', `Ärendet följer redan version ${data.version}. Välj en nyare version.`);
    if (data.version < lage.profilversion)
      return hinder('aldre_version', `Ärendet följer version ${lage.profilversion}. Flytta till en nyare version.`);
    return undefined;
  },
  checkOm(lage, { data }, { franProfil, profil }) {
    if (!franProfil)
      return hinder(
        'okand_version',
        `Insatsen har ingen version ${data.version}. Läs in sidan igen och välj en som finns.`,
      );
    if (!profil.team.some(({ kod }) => kod === lage.team))
      return hinder('team_saknas', 'Ärendets team finns inte i den versionen. Ärendet behöver stanna i sin version.');
    return undefined;
  },
  apply(forandring, { data }) {
    const { om, lage } = forandring;
    if (!om.franProfil) throw new Error('The version that the case leaves is not among the circumstances');
    forandring.note('profilbyte', { fran: lage.profilversion, till: data.version });
    bytProfil(forandring, om.franProfil, data.version);
  },
};
