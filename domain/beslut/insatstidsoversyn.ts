import { hinder } from '../hinder.js';
import { planOversyn } from '../insatstid.js';
import { datumhinder } from './datumhinder.js';
import type { Beslutsregel } from './regel.js';

/** The review of an insats without a time limit (design 2.9). */
export const insatstidsoversyn: Beslutsregel<'insatstidsoversyn'> = {
  typ: 'insatstidsoversyn',
  check(lage, { dag, data }) {
    if (lage.insatstid)
      return hinder(
        'har_insatstid',
        'Insatsen har en bestämd insatstid och ses inte över på detta sätt. Föreslå förlängning i stället.',
      );
    return datumhinder(lage, dag, data.datum, 'Översynen');
  },
  apply(forandring, { data }) {
    forandring.note('insatstidsoversyn', { datum: data.datum });
    forandring.end('klar', ['insatstidsoversyn']);
    forandring.unplan((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === 'insatstidsoversyn');
    planOversyn(forandring, forandring.idag);
  },
};
