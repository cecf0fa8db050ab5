import type { Brevmall } from '../brev.js';
import { uppgiftsord } from './uppgiftsfakta.js';

const RUBRIK = 'En försenad uppgift har lyfts till styrgruppen';

/**
 * Word by number to who watches that nothing stands still: a task is so late that it has been lifted to the styrgrupp. Of
 * an insats that shows kansli counts alone, nothing that tells which ärende it is.
 */
export const kannedom: Brevmall = (underlag) => {
  const { rubrik, nar, fakta, rad } = uppgiftsord(underlag);
  const stycken = ['Du får veta det för att ärendet inte ska bli stående. Du behöver inte göra något i ärendet.'];
  if (underlag.utanNummer)
    return { amne: RUBRIK, rubrik: RUBRIK, stycken, fakta: [], lanktext: 'Se läget', rad: { text: RUBRIK } };
  return {
    amne: `${underlag.nummer}: lyft till styrgruppen – ${rubrik}, ${nar}`,
    rubrik: RUBRIK,
    stycken,
    fakta,
    lanktext: 'Se läget',
    rad: { text: rad.text },
  };
};
