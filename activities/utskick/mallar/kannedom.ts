import type { Brevmall } from '../brev.js';
import { uppgiftsord } from './uppgiftsfakta.js';

/** Word by number to who watches that nothing stands still: a task is so late that it has been lifted to the styrgrupp. */
export const kannedom: Brevmall = (underlag) => {
  const { rubrik, nar, fakta, rad } = uppgiftsord(underlag);
  return {
    amne: `${underlag.nummer}: lyft till styrgruppen – ${rubrik}, ${nar}`,
    rubrik: 'En försenad uppgift har lyfts till styrgruppen',
    stycken: ['Du får veta det för att ärendet inte ska bli stående. Du behöver inte göra något i ärendet.'],
    fakta,
    lanktext: 'Se läget',
    rad: { text: rad.text },
  };
};
