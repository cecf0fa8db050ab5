import { z } from 'zod';
import { formatDatum } from '../components/format.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, MAX, read, valfriText } from './regler.js';

const schema = z.object({ datum: dag('Ange den sista dagen som verkligen var pausad.'), text: valfriText() });

/** A pause ends before its time (design 2.9). */
export const pausslut: Beslutsformular<'pausslut'> = {
  typ: 'pausslut',
  ingress: ({ lage: { paus }, idag }) => {
    if (!paus) return undefined;
    return paus.fran > idag
      ? `Pausen börjar ${formatDatum(paus.fran)}. Avslutas den i dag tas den bort.`
      : `Pausen varar ${formatDatum(paus.fran)} till och med ${formatDatum(paus.till)}. De dagar som verkligen pausades läggs till tiden.`;
  },
  prov: ({ idag, lage }) => ({ datum: lage.paus && lage.paus.till < idag ? lage.paus.till : idag }),
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    return { ok: true, data: { datum: last.varde.datum }, formular: { text: last.varde.text } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Datumfalt name="datum" label="Sista pausdagen" errors={errors['datum']} value={ett(svar, 'datum')} />
      <Textruta
        name="text"
        label="Kommentar"
        frivillig
        errors={errors['text']}
        value={ett(svar, 'text')}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Avsluta pausen',
  kvitto: () => 'Pausen är avslutad.',
  hinderfalt: { framtida_datum: 'datum', fore_pausen: 'datum', inte_borjat: 'datum', efter_pausen: 'datum' },
};
