import { hinder } from '../../hinder.js';
import type { Insatsbeslutsregel } from './regel.js';

/** Somebody in the team tells of an obstacle that no single ärende can remove; the styrgrupp answers (design 2, 3). */
export const hinderanmalan: Insatsbeslutsregel<'hinderanmalan'> = {
  check(lage, { id, data: { team } }) {
    if (!Object.hasOwn(lage.moten, team)) return hinder('okant_team', 'Teamet finns inte i insatsen. Välj ett team.');
    if (lage.uppgifter.some(({ ref }) => ref === id)) return hinder('redan_anmalt', 'Hindret är redan anmält.');
    return undefined;
  },
  apply(forandring, { id, data: { team } }) {
    const { om, idag } = forandring;
    forandring.note('hinderanmalan', { hinder: id, team });
    forandring.open('hindersvar', om.kalender.addArbetsdagar(idag, om.profil.frister.styrgruppArbetsdagar), id);
  },
};
