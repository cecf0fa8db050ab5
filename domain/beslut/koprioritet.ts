import { hinder } from '../hinder.js';
import { planTuroversyn } from '../ko.js';
import type { Beslutsregel } from './regel.js';

const MAX_TUR = 999;

/**
 * Sammankallande looks at a turn in the queue: gives one by hand, takes it back, or lets it be. Who has not been reached
 * too often is offered places again (design 2.5).
 */
export const koprioritet: Beslutsregel<'koprioritet'> = {
  typ: 'koprioritet',
  check(_lage, { data: { tur } }) {
    if (tur !== null && !(Number.isInteger(tur) && tur >= 1 && tur <= MAX_TUR))
      return hinder('ogiltig_tur', `Ange turen som ett heltal mellan 1 och ${MAX_TUR}. 1 är först.`);
    return undefined;
  },
  apply(forandring, { data }) {
    const { ko } = forandring.lage;
    if (!ko) throw new Error(`The ärende ${forandring.lage.nummer} has no turn`);
    const { tur: before, ...rest } = ko;
    forandring.note('koprioritet', {
      ...(before === undefined ? {} : { fran: before }),
      ...(data.tur === null ? {} : { till: data.tur }),
    });
    forandring.set({ ko: { ...rest, missar: 0, ...(data.tur === null ? {} : { tur: data.tur }) } });
    forandring.end('klar', ['koplats', 'turoversyn']);
    if (!forandring.lage.erbjudande) planTuroversyn(forandring);
  },
};
