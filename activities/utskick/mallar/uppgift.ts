import type { Brevmall } from '../brev.js';
import { uppgiftsord } from './uppgiftsfakta.js';

/** A new task to the one who owes it. */
export const uppgift: Brevmall = (underlag) => {
  const { amne, rubrik, varfor, nar, fakta, rad } = uppgiftsord(underlag);
  return {
    amne: `${amne}: ${rubrik}, ${nar}`,
    rubrik: `Ny uppgift: ${rubrik}`,
    stycken: [varfor],
    fakta,
    lanktext: 'Öppna uppgiften',
    rad,
  };
};
