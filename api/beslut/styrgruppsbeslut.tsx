import { z } from 'zod';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { MAX, read, text } from './regler.js';
import { Styrgruppsfragan } from './styrgruppsfraga.js';

const schema = z.object({ svar: text('Skriv styrgruppens svar.') });

/** The styrgrupp's answer to a question that was lifted to it, without knowing whom it is about (design 2.3, 3). */
export const styrgruppsbeslut: Beslutsformular<'styrgruppsbeslut'> = {
  typ: 'styrgruppsbeslut',
  ingress: () => 'Svaret går tillbaka till dem som arbetar med ärendet. Ni ser frågan men inte vem den gäller.',
  prov: () => ({}),
  tolka(svar) {
    const last = read(schema, svar);
    return last.ok ? { ok: true, data: {}, formular: last.varde } : last;
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      {underlag.styrgruppslyft && <Styrgruppsfragan fraga={underlag.styrgruppslyft} />}
      <Textruta
        name="svar"
        label="Styrgruppens svar"
        errors={errors['svar']}
        value={ett(svar, 'svar')}
        rows={8}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Svara',
  kvitto: () => 'Svaret är registrerat.',
};
