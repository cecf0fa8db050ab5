import { hinder } from '../hinder.js';
import { uppfylld } from '../plan.js';
import { datumhinder } from './datumhinder.js';
import type { Beslutsregel } from './regel.js';

/** A version of the shared plan; a draft until the participant has taken part, answered and been given a copy (design 2.6). */
export const genomforandeplan: Beslutsregel<'genomforandeplan'> = {
  typ: 'genomforandeplan',
  check(lage, { dag, data }) {
    const wrongDay = datumhinder(lage, dag, data.datum, 'Planens datum');
    if (wrongDay) return wrongDay;
    if (data.lage === 'utkast') return undefined;
    if (data.installning === undefined)
      return hinder(
        'utan_deltagaren',
        'Planen blir gällande när deltagaren har tagit ställning. Ange deltagarens inställning eller spara som utkast.',
      );
    if (data.kopiaLamnad !== true)
      return hinder(
        'utan_kopia',
        'Planen blir gällande när deltagaren har fått en kopia. Lämna en kopia eller spara som utkast.',
      );
    return undefined;
  },
  apply(forandring, { data }) {
    const { plan } = forandring.lage;
    const version = (plan?.version ?? 0) + 1;
    const gallande = data.lage === 'gallande' ? version : plan?.gallande;
    forandring.note('genomforandeplan', { version, lage: data.lage, datum: data.datum });
    forandring.set({ plan: { version, lage: data.lage, ...(gallande === undefined ? {} : { gallande }) } });
    if (data.lage === 'gallande') uppfylld(forandring, 'genomforandeplan');
  },
};
