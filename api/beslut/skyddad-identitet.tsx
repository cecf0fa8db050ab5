import { z } from 'zod';
import { Falt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Valjare } from '../components/form/valjare.js';
import { ett, type Beslutsformular } from './formular.js';
import { enAv, MAX, read, text } from './regler.js';
import { namngivna } from './val.js';

/** A person's protected identity is registered: alias and named people (design 3). */
export const skyddadIdentitet: Beslutsformular<'skyddad_identitet'> = {
  typ: 'skyddad_identitet',
  ingress: () =>
    'Personen visas därefter med sitt alias. Namnet ser bara den som ansvarar för ärendet och den ersättare som du väljer.',
  prov: () => ({ ersattare: 'nagon' }),
  tolka(svar, { insatsfolk = [] }) {
    const last = read(
      z.object({
        alias: text('Skriv det namn som personen ska visas med.', MAX.rad),
        ersattare: enAv(
          insatsfolk.map(({ id }) => id),
          'Välj ersättare.',
        ),
        skal: text('Skriv varför personens uppgifter skyddas.'),
      }),
      svar,
    );
    if (!last.ok) return last;
    const { ersattare, ...formular } = last.varde;
    return { ok: true, data: { ersattare }, formular };
  },
  Falt: ({ svar, errors, underlag: { insatsfolk = [] } }) => (
    <>
      <Falt
        name="alias"
        label="Alias"
        hint="Ett påhittat namn som inte liknar personens eget."
        errors={errors['alias']}
        value={ett(svar, 'alias')}
      />
      <Valjare
        name="ersattare"
        label="Ersättare"
        hint="Den som tar över när den ansvariga är borta."
        errors={errors['ersattare']}
        tomt="Välj person"
        options={namngivna(insatsfolk)}
        value={ett(svar, 'ersattare')}
        bredd="full"
      />
      <Textruta name="skal" label="Skäl" errors={errors['skal']} value={ett(svar, 'skal')} max={MAX.text} />
    </>
  ),
  knapp: () => 'Registrera skyddade personuppgifter',
  kvitto: () => 'Personen har skyddade personuppgifter.',
  hinderfalt: { samma_person: 'ersattare', ersattare: 'ersattare' },
};
