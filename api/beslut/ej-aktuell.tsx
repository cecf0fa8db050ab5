import { z } from 'zod';
import { ejAktuellOrsaker } from '../../domain/koder.js';
import { Textruta } from '../components/form/textruta.js';
import { Radiogrupp } from '../components/form/val.js';
import { ett, type Beslutsformular } from './formular.js';
import { kod, MAX, read, text } from './regler.js';
import { alternativ } from './val.js';

const schema = z.object({
  orsak: kod(ejAktuellOrsaker, 'Välj varför ärendet inte är aktuellt längre.'),
  skal: text('Skriv vad som har hänt.'),
});

/** A way out before inskrivning that nobody chose (design 2.5). */
export const ejAktuell: Beslutsformular<'ej_aktuell'> = {
  typ: 'ej_aktuell',
  ingress: ({ lage }) =>
    lage.fas === 'ko'
      ? 'Ärendet stängs och personens plats i kön går vidare.'
      : 'Ärendet stängs och remittenten får veta det.',
  prov: () => ({ orsak: 'annat' }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { orsak, skal } = last.varde;
    return { ok: true, data: { orsak }, formular: { skal } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Radiogrupp
        name="orsak"
        label="Orsak"
        errors={errors['orsak']}
        options={alternativ(ejAktuellOrsaker)}
        value={ett(svar, 'orsak')}
      />
      <Textruta name="skal" label="Vad har hänt?" errors={errors['skal']} value={ett(svar, 'skal')} max={MAX.text} />
    </>
  ),
  knapp: () => 'Stäng ärendet',
  kvitto: () => 'Ärendet är stängt: ej aktuellt längre.',
};
