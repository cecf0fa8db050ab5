import { z } from 'zod';
import type { Bilageslag } from '../../domain/koder.js';
import { Definitionslista } from '../components/definitionslista.js';
import { Textruta } from '../components/form/textruta.js';
import { bilagorAv, Bilageval } from './bilageval.js';
import { ett, type Beslutsformular } from './formular.js';
import { filer, MAX, read, text } from './regler.js';

const SLAG: readonly Bilageslag[] = ['remiss', 'ovrigt'];

/** The remittent answers what was asked (design 2.2). */
export const komplettering: Beslutsformular<'komplettering'> = {
  typ: 'komplettering',
  ingress: ({ lage }) =>
    lage.kompletteringFran === 'konsultation'
      ? 'Ditt svar går till teamet, som tar upp ärendet igen på nästa möte.'
      : 'Ditt svar går till sammankallande, som granskar remissen igen.',
  prov: () => ({}),
  tolka(svar, underlag) {
    const last = read(
      z.object({
        text: text('Skriv svaret på det som behövde kompletteras.'),
        bilagor: filer(bilagorAv(underlag, SLAG)),
      }),
      svar,
    );
    return last.ok ? { ok: true, data: {}, formular: last.varde } : last;
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
      <Bilageval label="Bilagor till svaret" slag={SLAG} svar={svar} errors={errors} underlag={underlag} />
    </>
  ),
  knapp: () => 'Skicka kompletteringen',
  kvitto: () => 'Kompletteringen är skickad.',
};
