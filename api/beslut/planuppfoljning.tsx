import { z } from 'zod';
import { formatDagar } from '../components/format.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, MAX, read, steg, text } from './regler.js';
import { Trappa } from './trappa.js';

const schema = z.object({
  datum: dag('Ange när planen följdes upp.'),
  text: text('Skriv vad uppföljningen kom fram till.'),
  steg,
});

/** The plan is looked over with the participant (design 2.7). */
export const planuppfoljning: Beslutsformular<'planuppfoljning'> = {
  typ: 'planuppfoljning',
  ingress: ({ profil }) => `Nästa planuppföljning ska göras inom ${formatDagar(profil.frister.planuppfoljningDagar)}.`,
  prov: ({ idag }) => ({ datum: idag }),
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { datum, steg: valt, text: resultat } = last.varde;
    return { ok: true, data: { datum, ...(valt !== undefined && { steg: valt }) }, formular: { text: resultat } };
  },
  Falt: (props) => (
    <>
      <Datumfalt name="datum" label="Datum" errors={props.errors['datum']} value={ett(props.svar, 'datum')} />
      <Textruta
        name="text"
        label="Vad kom ni fram till?"
        errors={props.errors['text']}
        value={ett(props.svar, 'text')}
        rows={8}
        max={MAX.text}
      />
      <Trappa {...props} />
    </>
  ),
  knapp: () => 'Registrera planuppföljningen',
  kvitto: () => 'Planuppföljningen är registrerad.',
  hinderfalt: { framtida_datum: 'datum', fore_start: 'datum' },
};
