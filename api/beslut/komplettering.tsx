import { z } from 'zod';
import { Definitionslista } from '../components/definitionslista.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { MAX, read, text } from './regler.js';

const schema = z.object({ text: text('Skriv svaret på det som behövde kompletteras.') });

/** The remittent answers what was asked (design 2.2). */
export const komplettering: Beslutsformular<'komplettering'> = {
  typ: 'komplettering',
  ingress: ({ lage }) =>
    lage.kompletteringFran === 'konsultation'
      ? 'Ditt svar går till teamet, som tar upp ärendet igen på nästa möte.'
      : 'Ditt svar går till sammankallande, som granskar remissen igen.',
  prov: () => ({}),
  tolka(svar) {
    const last = read(schema, svar);
    return last.ok ? { ok: true, data: {}, formular: { text: last.varde.text, bilagor: [] } } : last;
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      {underlag.kompletteringsfraga !== undefined && (
        <Definitionslista rader={[{ term: 'Behöver kompletteras', varde: underlag.kompletteringsfraga }]} />
      )}
      <Textruta
        name="text"
        label="Komplettering"
        hint="Skriv bara det som frågan gäller."
        errors={errors['text']}
        value={ett(svar, 'text')}
        rows={8}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Skicka kompletteringen',
  kvitto: () => 'Kompletteringen är skickad.',
};
