import { putOnAgenda } from '../dagordning.js';
import { hinder } from '../hinder.js';
import { slutaVantaPaKomplettering, vantaPaKomplettering } from '../komplettering.js';
import { ettArEfter } from '../kalender/kalender.js';
import type { Beslutsregel } from './regel.js';

/** Sammankallande decides what becomes of a remiss that was not completed: never silence (design 2.2). */
export const uteblivenKomplettering: Beslutsregel<'utebliven_komplettering'> = {
  typ: 'utebliven_komplettering',
  check(lage, { dag, data }) {
    if (!lage.uppgifter.some(({ typ }) => typ === 'utebliven_komplettering'))
      return hinder(
        'for_tidigt',
        'Remittenten har fortfarande tid att komplettera. Vänta tills uppgiften att ta ställning kommer.',
      );
    if (data.utfall !== 'ny_frist') return undefined;
    if (data.senast === undefined)
      return hinder('frist_saknas', 'Ange till och med vilken dag remittenten har på sig.');
    if (data.senast <= dag) return hinder('frist_passerad', 'Den nya tiden behöver sluta efter i dag.');
    if (data.senast > ettArEfter(dag)) return hinder('for_lang_frist', 'Den nya tiden kan sluta högst ett år framåt.');
    return undefined;
  },
  apply(forandring, { data }) {
    const { om, idag } = forandring;
    forandring.note('utebliven_komplettering', { utfall: data.utfall });
    slutaVantaPaKomplettering(forandring, 'bortfallen');
    switch (data.utfall) {
      case 'ny_frist':
        vantaPaKomplettering(forandring, om.kalender.arbetsdagFrom(data.senast ?? idag));
        break;
      case 'provas_anda':
        forandring.tellRemittent();
        forandring.unset('kompletteringFran');
        forandring.move('utebliven_komplettering', 'konsultation');
        putOnAgenda(forandring);
        break;
      case 'stangs':
        forandring.tellRemittent();
        forandring.close('utebliven_komplettering', 'utan_komplettering');
    }
  },
};
