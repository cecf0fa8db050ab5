import { hinder } from '../hinder.js';
import { planeraErsattningsbeslut, uppfylld } from '../plan.js';
import type { Beslutsregel } from './regel.js';

/** The answer to an application for ersättning, or that there is none yet and it is looked at again (design 2.8). */
export const ersattningsbeslut: Beslutsregel<'ersattningsbeslut'> = {
  typ: 'ersattningsbeslut',
  check(lage, { dag, data }) {
    const ansokan = lage.ersattningar?.find(({ id }) => id === data.ansokan);
    if (!ansokan)
      return hinder('okand_ansokan', 'Ansökan väntar inte på besked. Välj en som är registrerad och inte besvarad.');
    if (data.datum > dag) return hinder('framtida_datum', 'Beskedet kan inte ligga i framtiden.');
    if (data.datum < ansokan.skickad)
      return hinder('fore_ansokan', `Beskedet kan inte ligga före ansökan, som skickades ${ansokan.skickad}.`);
    return undefined;
  },
  apply(forandring, { data }) {
    const ansokan = forandring.lage.ersattningar?.find(({ id }) => id === data.ansokan);
    if (!ansokan) throw new Error(`No open application ${data.ansokan}`);
    forandring.note('ersattningsbeslut', { slag: ansokan.slag, datum: data.datum, utfall: data.utfall });
    uppfylld(forandring, 'ersattningsbeslut', ansokan.id);
    if (data.utfall === 'vantar') planeraErsattningsbeslut(forandring, ansokan, forandring.idag);
    else forandring.set({ ersattningar: forandring.lage.ersattningar?.filter(({ id }) => id !== ansokan.id) ?? [] });
  },
};
