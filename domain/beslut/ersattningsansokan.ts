import { planeraErsattningsbeslut } from '../plan.js';
import { datumhinder } from './datumhinder.js';
import type { Beslutsregel } from './regel.js';

/** An application for ersättning has been sent; after some time its answer is asked for (design 2.8). */
export const ersattningsansokan: Beslutsregel<'ersattningsansokan'> = {
  typ: 'ersattningsansokan',
  check: (lage, { dag, data }) => datumhinder(lage, dag, data.skickad, 'Ansökan'),
  apply(forandring, { id, data }) {
    const ny = { id, slag: data.slag, skickad: data.skickad };
    forandring.note('ersattningsansokan', { slag: data.slag, skickad: data.skickad });
    forandring.set({ ersattningar: [...(forandring.lage.ersattningar ?? []), ny] });
    planeraErsattningsbeslut(forandring, ny, data.skickad);
  },
};
