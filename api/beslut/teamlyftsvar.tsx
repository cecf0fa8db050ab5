import { z } from 'zod';
import { Definitionslista } from '../components/definitionslista.js';
import { Textruta } from '../components/form/textruta.js';
import { ATGARDSHINDER, AtgarderFalt, readAtgarder, utanText } from './atgarder.js';
import { ett, type Beslutsformular } from './formular.js';
import { MAX, read, text } from './regler.js';

const schema = z.object({ svar: text('Skriv teamets svar.') });

/** The team's answer to a question about an enrolled case, with actions (design 2.7). */
export const teamlyftsvar: Beslutsformular<'teamlyftsvar'> = {
  typ: 'teamlyftsvar',
  ingress: () => 'Koordinatorn får besked om svaret. Varje åtgärd blir en uppgift för den som har åtagit sig den.',
  prov: () => ({ atgarder: [] }),
  tolka(svar, underlag) {
    const last = read(schema, svar);
    const { atgarder, errors } = readAtgarder(svar, underlag);
    if (!last.ok || Object.keys(errors).length > 0)
      return { ok: false, errors: { ...(last.ok ? {} : last.errors), ...errors } };
    return {
      ok: true,
      data: { atgarder: atgarder.map(utanText) },
      formular: { svar: last.varde.svar, atgarder },
    };
  },
  Falt: (props) => (
    <>
      {props.underlag.teamlyft && (
        <Definitionslista rader={[{ term: 'Fråga till teamet', varde: props.underlag.teamlyft.fraga }]} />
      )}
      <Textruta
        name="svar"
        label="Teamets svar"
        errors={props.errors['svar']}
        value={ett(props.svar, 'svar')}
        rows={8}
        max={MAX.text}
      />
      <h2>Åtgärder</h2>
      <AtgarderFalt {...props} />
    </>
  ),
  knapp: () => 'Registrera teamets svar',
  kvitto: () => 'Teamets svar är registrerat.',
  hinderfalt: ATGARDSHINDER,
};
