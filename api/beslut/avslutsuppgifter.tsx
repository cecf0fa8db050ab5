import { z } from 'zod';
import { avslutsorsaker, forsorjningar, sysselsattningar } from '../../domain/koder.js';
import { Radiogrupp } from '../components/form/val.js';
import { Valjare } from '../components/form/valjare.js';
import { ett, type Beslutsformular, type Svar } from './formular.js';
import { Kodsvarsfalt, kodsvar } from './kodsvar.js';
import { jaNej, kod, read, steg } from './regler.js';
import { Trappa } from './trappa.js';
import { alternativ, JA_NEJ } from './val.js';

/** Nobody is asked what a person does who has died, or was registered by mistake. */
const UTAN_LAGE: readonly string[] = ['avliden', 'felregistrering'];
const missing = (mening: string) => (svar: Svar) => (UTAN_LAGE.includes(ett(svar, 'orsak')) ? undefined : mening);

const schema = z.object({
  orsak: kod(avslutsorsaker, 'Välj varför insatsen avslutades.'),
  steg,
  farKontaktas: jaNej('Välj om personen får kontaktas för uppföljningen.'),
});
const sysselsattning = kodsvar('sysselsattning', sysselsattningar, missing('Välj vad personen gör efter avslutet.'));
const forsorjning = kodsvar('forsorjning', forsorjningar, missing('Välj personens försörjning efter avslutet.'));

/** Why the participation ended and what came after (design 2.10). */
export const avslutsuppgifter: Beslutsformular<'avslutsuppgifter'> = {
  typ: 'avslutsuppgifter',
  ingress: () => 'Orsak, sysselsättning och försörjning anges var för sig och gäller läget vid avslutet.',
  prov: () => ({ orsak: 'annan' }),
  tolka(svar) {
    const [bas, gor, lever] = [read(schema, svar), read(sysselsattning, svar), read(forsorjning, svar)];
    if (!bas.ok || !gor.ok || !lever.ok)
      return { ok: false, errors: Object.assign({}, ...[bas, gor, lever].map((one) => (one.ok ? {} : one.errors))) };
    const { orsak, ...formular } = bas.varde;
    return {
      ok: true,
      data: { orsak },
      formular: { ...formular, sysselsattning: gor.varde, forsorjning: lever.varde },
    };
  },
  Falt: (props) => {
    const { svar, errors } = props;
    return (
      <>
        <Valjare
          name="orsak"
          label="Orsak till avslutet"
          errors={errors['orsak']}
          tomt="Välj orsak"
          options={alternativ(avslutsorsaker)}
          value={ett(svar, 'orsak')}
          bredd="full"
        />
        <Kodsvarsfalt
          name="sysselsattning"
          lista={sysselsattningar}
          label="Sysselsättning efter avslutet"
          hint="Ange upp till tre."
          svar={svar}
          errors={errors}
        />
        <Kodsvarsfalt
          name="forsorjning"
          lista={forsorjningar}
          label="Försörjning efter avslutet"
          hint="Ange upp till tre."
          svar={svar}
          errors={errors}
        />
        <Trappa {...props} />
        <Radiogrupp
          name="farKontaktas"
          label="Får personen kontaktas för uppföljningen efter 90 dagar?"
          errors={errors['farKontaktas']}
          options={JA_NEJ}
          value={ett(svar, 'farKontaktas')}
          rad
        />
      </>
    );
  },
  knapp: () => 'Komplettera avslutet',
  kvitto: ({ orsak }) =>
    UTAN_LAGE.includes(orsak)
      ? 'Avslutet är komplett och ärendet stängt.'
      : 'Avslutet är komplett. Uppföljningen öppnas av sig själv.',
};
