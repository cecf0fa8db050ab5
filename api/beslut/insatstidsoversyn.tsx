import { z } from 'zod';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, MAX, read, text } from './regler.js';

const schema = z.object({
  datum: dag('Ange när insatstiden sågs över.'),
  text: text('Skriv varför insatsen fortsätter.'),
});

/** The regular review of an insats without a time limit (design 2.9). */
export const insatstidsoversyn: Beslutsformular<'insatstidsoversyn'> = {
  typ: 'insatstidsoversyn',
  ingress: () => 'Insatsen har ingen bestämd längd. Se över om den fortfarande behövs, eller avsluta den.',
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
        label="Bedömning"
        hint="Vad har hänt sedan sist, och varför behövs insatsen fortfarande?"
        errors={errors['text']}
        value={ett(svar, 'text')}
        rows={8}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Registrera översynen',
  kvitto: () => 'Översynen av insatstiden är registrerad.',
  hinderfalt: { framtida_datum: 'datum', fore_start: 'datum' },
};
