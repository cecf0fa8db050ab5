import { z } from 'zod';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { MAX, read, text } from './regler.js';

const schema = z.object({ fraga: text('Skriv vad teamet ska ta ställning till.') });

/** An enrolled case goes to the team's next meeting with a question (design 2.7). */
export const teamlyft: Beslutsformular<'teamlyft'> = {
  typ: 'teamlyft',
  ingress: () =>
    'Ärendet sätts upp på teamets nästa möte med din fråga. De verksamheter som samtycket omfattar kan läsa den.',
  prov: () => ({}),
  tolka(svar) {
    const last = read(schema, svar);
    return last.ok ? { ok: true, data: {}, formular: last.varde } : last;
  },
  Falt: ({ svar, errors }) => (
    <Textruta
      name="fraga"
      label="Fråga till teamet"
      errors={errors['fraga']}
      value={ett(svar, 'fraga')}
      rows={8}
      max={MAX.text}
    />
  ),
  knapp: () => 'Lyft till teamet',
  kvitto: () => 'Frågan är lyft till teamets nästa möte.',
};
