import { z } from 'zod';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, enAv, MAX, read, valfriText } from './regler.js';
import { Trappa } from './trappa.js';

const schema = z.object({
  datum: dag('Ange när deltagaren skattade sig.'),
  steg: enAv(['1', '2', '3', '4', '5'], 'Välj ett av de fem stegen.').transform(Number),
  text: valfriText(),
});

/** The participant's self-rating made by itself (design 2.6, 2.7). */
export const skattning: Beslutsformular<'skattning'> = {
  typ: 'skattning',
  ingress: () => 'Deltagaren skattar sig själv. Skattningen mäter utvecklingen och avgör ingenting.',
  prov: ({ idag }) => ({ datum: idag, steg: 1 }),
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { text, ...data } = last.varde;
    return { ok: true, data, formular: { text } };
  },
  Falt: (props) => (
    <>
      <Datumfalt name="datum" label="Datum" errors={props.errors['datum']} value={ett(props.svar, 'datum')} />
      <Trappa {...props} kravs />
      <Textruta
        name="text"
        label="Deltagarens egna ord"
        frivillig
        errors={props.errors['text']}
        value={ett(props.svar, 'text')}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Registrera skattningen',
  kvitto: () => 'Skattningen är registrerad.',
  hinderfalt: { framtida_datum: 'datum', fore_start: 'datum', fel_steg: 'steg' },
};
