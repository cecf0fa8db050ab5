import { z } from 'zod';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { enAv, MAX, read, text } from './regler.js';
import { namngivna } from './val.js';

/** A verksamhet's answer in the konsultation, in writing or noted at the meeting (design 2.3). */
export const yttrande: Beslutsformular<'yttrande'> = {
  typ: 'yttrande',
  ingress: () =>
    'Beskriv vad er verksamhet ser, kan bidra med och föreslår. Teamets verksamheter läser det före mötet.',
  // An empty id is refused by the rule: nobody is left who may answer.
  prov: ({ yttrandeFor }) => ({ verksamhet: yttrandeFor[0]?.id ?? '' }),
  forval: ({ yttrandeFor: [first, ...more] }): Record<string, string> =>
    first && more.length === 0 ? { verksamhet: first.id } : {},
  tolka(svar, { yttrandeFor }) {
    const last = read(
      z.object({
        verksamhet: enAv(
          yttrandeFor.map(({ id }) => id),
          'Välj vilken verksamhet yttrandet kommer från.',
        ),
        text: text('Skriv yttrandet.'),
      }),
      svar,
    );
    if (!last.ok) return last;
    return { ok: true, data: { verksamhet: last.varde.verksamhet }, formular: { text: last.varde.text } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Radiogrupp
        name="verksamhet"
        label="Verksamhet"
        errors={errors['verksamhet']}
        options={namngivna(underlag.yttrandeFor)}
        value={ett(svar, 'verksamhet')}
      />
      <Textruta
        name="text"
        label="Yttrande"
        errors={errors['text']}
        value={ett(svar, 'text')}
        rows={10}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Lämna yttrande',
  kvitto: () => 'Yttrandet är lämnat.',
};
