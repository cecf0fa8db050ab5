import { hinder } from '../hinder.js';
import { aktiviteter, type Aktivitetsslag } from '../koder.js';
import { planeraAktivitetsslut } from '../plan.js';
import { ettArEfter } from '../kalender/kalender.js';
import type { Beslutsregel } from './regel.js';

/** What tries the person's ability to work, and must not begin before it is known what the person needs (design 2.6). */
const PROVANDE: readonly Aktivitetsslag[] = ['arbetsprovning', 'praktik'];

/** Something that the participant does or is given: several may go on at once (design 2.8). */
export const aktivitet: Beslutsregel<'aktivitet'> = {
  typ: 'aktivitet',
  check(lage, { dag, data: { slag, fran, till } }) {
    const ord = aktiviteter[slag];
    if (lage.startdatum !== undefined && fran < lage.startdatum)
      return hinder('fore_start', `${ord} kan inte börja före startdatum, ${lage.startdatum}.`);
    if (fran > ettArEfter(dag)) return hinder('for_langt_fram', 'Aktiviteten kan börja högst ett år framåt.');
    if (till !== undefined && till < fran)
      return hinder('slut_fore_start', 'Aktivitetens sista dag kan inte ligga före den första.');
    if (!PROVANDE.includes(slag)) return undefined;
    if (lage.fas === 'kartlaggning')
      return hinder(
        'fore_kartlaggning',
        `${ord} kan inte börja innan kartläggningen är klar eller teamet har beslutat att gå vidare utan.`,
      );
    if (lage.kartlagdDag !== undefined && fran < lage.kartlagdDag)
      return hinder(
        'fore_kartlaggning',
        `${ord} kan inte börja före ${lage.kartlagdDag}, då kartläggningen blev klar eller teamet beslutade att gå vidare utan.`,
      );
    return undefined;
  },
  apply(forandring, { id, data: { slag, fran, till } }) {
    const perioden = { fran, ...(till === undefined ? {} : { till }) };
    const ny = { id, slag, ...perioden };
    forandring.note('aktivitet', { slag, ...perioden });
    forandring.set({ aktiviteter: [...(forandring.lage.aktiviteter ?? []), ny] });
    planeraAktivitetsslut(forandring, ny);
  },
};
