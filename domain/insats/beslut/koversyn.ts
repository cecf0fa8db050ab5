import { hinder } from '../../hinder.js';
import { planKoversyn } from '../avstamning.js';
import type { Insatsbeslutsregel } from './regel.js';

/** The queue was looked over; it is looked over again in 30 days while somebody waits (design 2.5). */
export const koversyn: Insatsbeslutsregel<'koversyn'> = {
  check(lage, { data: { datum }, dag }) {
    const uppgift = lage.uppgifter.find(({ typ }) => typ === 'koversyn');
    const planned = lage.frister.some(({ typ }) => typ === 'koversyn');
    if (!uppgift && !planned) return hinder('ingen_ko', 'Ingen väntar i kön, så det finns inget att se över.');
    if (datum > dag) return hinder('framtida_datum', 'Dagen ligger framåt. Ange dagen då kön sågs över.');
    if (uppgift && datum < uppgift.oppnad.slice(0, 10))
      return hinder('for_tidigt', 'Dagen ligger före uppgiften att se över kön. Ange dagen då kön sågs över.');
    return undefined;
  },
  apply(forandring, { data: { datum } }) {
    forandring.note('koversyn', { datum, koande: forandring.om.koande });
    forandring.end('klar', ({ typ }) => typ === 'koversyn');
    if (forandring.om.koande > 0) planKoversyn(forandring);
    else forandring.plan('koversyn', undefined);
  },
};
