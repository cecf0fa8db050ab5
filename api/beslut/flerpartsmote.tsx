import { z } from 'zod';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { ATGARDSHINDER, AtgarderFalt, readAtgarder, utanText } from './atgarder.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, MAX, read, text } from './regler.js';

const schema = z.object({
  datum: dag('Ange när mötet hölls.'),
  deltagare: text('Skriv vilka som var med.', 1000),
  text: text('Skriv vad ni kom fram till.'),
});

/** A meeting of several authorities about the participation, with agreed actions (design 2.7). */
export const flerpartsmote: Beslutsformular<'flerpartsmote'> = {
  typ: 'flerpartsmote',
  ingress: () => 'Registrera mötet när det har hållits. Varje åtgärd blir en uppgift för den som har åtagit sig den.',
  prov: ({ idag }) => ({ datum: idag, atgarder: [] }),
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar, underlag) {
    const last = read(schema, svar);
    const { atgarder, errors } = readAtgarder(svar, underlag);
    if (!last.ok || Object.keys(errors).length > 0)
      return { ok: false, errors: { ...(last.ok ? {} : last.errors), ...errors } };
    const { datum, ...texter } = last.varde;
    return {
      ok: true,
      data: { datum, atgarder: atgarder.map(utanText) },
      formular: { ...texter, atgarder },
    };
  },
  Falt: (props) => {
    const { svar, errors } = props;
    return (
      <>
        <Datumfalt name="datum" label="Mötet hölls" errors={errors['datum']} value={ett(svar, 'datum')} />
        <Textruta
          name="deltagare"
          label="Vilka var med?"
          errors={errors['deltagare']}
          value={ett(svar, 'deltagare')}
          max={1000}
        />
        <Textruta
          name="text"
          label="Vad kom ni fram till?"
          errors={errors['text']}
          value={ett(svar, 'text')}
          rows={10}
          max={MAX.text}
        />
        <h2>Åtgärder</h2>
        <AtgarderFalt {...props} />
      </>
    );
  },
  knapp: () => 'Registrera flerpartsmötet',
  kvitto: () => 'Flerpartsmötet är registrerat.',
  hinderfalt: { ...ATGARDSHINDER, framtida_datum: 'datum', fore_start: 'datum' },
};
