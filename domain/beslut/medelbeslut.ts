import { hinder } from '../hinder.js';
import { isOverLangstaTid } from '../insatstid.js';
import type { Beslutsregel } from './regel.js';

/** A proposal of kompetenshöjande medel is decided, in whole or in part (design 2.7). */
export const medelbeslut: Beslutsregel<'medelbeslut'> = {
  typ: 'medelbeslut',
  check(lage, { data }) {
    const forslag = lage.medel?.find(({ id }) => id === data.forslag);
    if (!forslag)
      return hinder('utan_forslag', 'Förslaget finns inte, eller är redan beslutat. Välj ett förslag i listan.');
    if (data.utfall === 'avslag')
      return data.belopp === undefined ? undefined : hinder('belopp', 'Ta bort beloppet när förslaget avslås.');
    if (isOverLangstaTid(lage))
      return hinder('langsta_tid', 'Den längsta tiden i insatsen är nådd. Förslaget kan bara avslås.');
    if (data.belopp === undefined || !Number.isInteger(data.belopp) || data.belopp < 1)
      return hinder('belopp', 'Ange i hela kronor hur mycket som beviljas.');
    if (data.belopp > forslag.belopp)
      return hinder('mer_an_foreslaget', `Högst det föreslagna beloppet, ${forslag.belopp} kronor, kan beviljas.`);
    return undefined;
  },
  apply(forandring, { av, data }) {
    const { medel = [] } = forandring.lage;
    const own = medel.some((one) => one.id === data.forslag && one.av === av);
    forandring.note('medelbeslut', {
      utfall: data.utfall,
      ...(data.belopp === undefined ? {} : { belopp: data.belopp }),
      ...(own ? { egetForslag: true } : {}),
    });
    forandring.set({ medel: medel.filter(({ id }) => id !== data.forslag) });
    forandring.end('klar', ['medelbeslut', 'medelbeslut_styrgrupp'], ({ ref }) => ref === data.forslag);
    forandring.utskick.push({ slag: 'besked', nyckel: 'medelbeslut', till: { roll: 'koordinator' } });
  },
};
