import { hinder } from '../hinder.js';
import type { OppenAktivitet } from '../lage.js';
import { uppfylld } from '../plan.js';
import type { Beslutsregel } from './regel.js';

/** What came of an activity: it has ended, when it was to end or before (design 2.8). */
export const aktivitetsslut: Beslutsregel<'aktivitetsslut'> = {
  typ: 'aktivitetsslut',
  check(lage, { dag, data }) {
    const aktivitet = lage.aktiviteter?.find(({ id }) => id === data.aktivitet);
    if (!aktivitet)
      return hinder('okand_aktivitet', 'Aktiviteten pågår inte. Välj en som är registrerad och inte avslutad.');
    if (data.datum > dag) return hinder('framtida_datum', 'Aktivitetens sista dag kan inte ligga i framtiden.');
    // one that never began ends on the day it is decided, as a participation does
    if (aktivitet.fran > dag && data.datum !== dag)
      return hinder('inte_borjat', 'Aktiviteten har inte börjat än. Ange dagens datum som sista dag.');
    if (aktivitet.fran <= dag && data.datum < aktivitet.fran)
      return hinder('fore_start', `Aktiviteten kan inte ha slutat innan den började, ${aktivitet.fran}.`);
    return undefined;
  },
  apply(forandring, { data }) {
    const slag = forandring.lage.aktiviteter?.find(({ id }) => id === data.aktivitet)?.slag;
    forandring.note('aktivitetsslut', { datum: data.datum, ...(slag === undefined ? {} : { slag }) });
    forandring.set({ aktiviteter: without(forandring.lage.aktiviteter, data.aktivitet) });
    uppfylld(forandring, 'aktivitetsslut', data.aktivitet);
  },
};

const without = (all: readonly OppenAktivitet[] = [], ended: string): OppenAktivitet[] =>
  all.filter(({ id }) => id !== ended);
