import { hinder } from '../hinder.js';
import { resumeAfter } from '../paus.js';
import type { Beslutsregel } from './regel.js';

/** A pause ends before its time; the last day really paused is told. One that has not begun is taken away (design 2.9). */
export const pausslut: Beslutsregel<'pausslut'> = {
  typ: 'pausslut',
  check({ paus }, { dag, data: { datum } }) {
    if (!paus) return hinder('ingen_paus', 'Det finns ingen paus att avsluta. Läs i ärendet när den senaste tog slut.');
    if (datum > dag) return hinder('framtida_datum', 'Den sista pausdagen kan inte ligga i framtiden.');
    // a pause that lies ahead is taken away whole, by today's date
    if (paus.fran <= dag && datum < paus.fran)
      return hinder('fore_pausen', `Den sista pausdagen kan inte ligga före pausens första dag, ${paus.fran}.`);
    if (paus.fran > dag && datum !== dag)
      return hinder('inte_borjat', 'Pausen har inte börjat än. Ange dagens datum för att ta bort den.');
    if (datum > paus.till)
      return hinder('efter_pausen', `Pausen tar slut ${paus.till}. Ange den dagen eller en tidigare.`);
    return undefined;
  },
  apply(forandring, { data }) {
    resumeAfter(forandring, data.datum);
  },
};
