import { z } from 'zod';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, MAX, read, text } from './regler.js';

const schema = z.object({
  datum: dag('Ange vilken dag avvikelsen gäller.'),
  text: text('Skriv vad remittenten behöver veta.'),
});

/** The remittent is told that something does not go as planned (design 2.7). */
export const avvikelse: Beslutsformular<'avvikelse'> = {
  typ: 'avvikelse',
  ingress: () => 'Remittenten får ett mejl om att det finns något att läsa, och läser texten efter inloggning.',
  prov: ({ idag }) => ({ datum: idag }),
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    return { ok: true, data: { datum: last.varde.datum }, formular: { text: last.varde.text } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Datumfalt name="datum" label="Datum" errors={errors['datum']} value={ett(svar, 'datum')} />
      <Textruta
        name="text"
        label="Vad har hänt?"
        errors={errors['text']}
        value={ett(svar, 'text')}
        rows={8}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Meddela avvikelsen',
  kvitto: () => 'Avvikelsen är meddelad till remittenten.',
  hinderfalt: { framtida_datum: 'datum', fore_start: 'datum' },
};
