import { z } from 'zod';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { MAX, read, text } from './regler.js';

const schema = z.object({ skal: text('Skriv vad som är fel.') });

/** A case that should never have been (design 2.2, 2.10). */
export const felregistrering: Beslutsformular<'felregistrering'> = {
  typ: 'felregistrering',
  ingress: ({ lage }) =>
    `Ärendet stängs och räknas inte i någon statistik.${lage.startdatum === undefined ? '' : ' Platsen blir ledig från i dag.'} Gäller det bara att insatsen ska ta slut, avsluta den i stället.`,
  prov: () => ({}),
  tolka(svar) {
    const last = read(schema, svar);
    return last.ok ? { ok: true, data: {}, formular: last.varde } : last;
  },
  Falt: ({ svar, errors }) => (
    <Textruta name="skal" label="Vad är fel?" errors={errors['skal']} value={ett(svar, 'skal')} max={MAX.text} />
  ),
  knapp: () => 'Stäng som felregistrerad',
  kvitto: () => 'Ärendet är stängt som felregistrerat.',
};
