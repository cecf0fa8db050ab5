import { z } from 'zod';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { formatDatum } from '../components/format.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, MAX, read, valfriText } from './regler.js';

const schema = z.object({ datum: dag('Ange när personen började i förgruppen.'), text: valfriText() });

/** The first day in the förgrupp (design 2.4). */
export const forgruppsstart: Beslutsformular<'forgruppsstart'> = {
  typ: 'forgruppsstart',
  ingress: ({ lage }) => lage.forgrupp && `Förgrupp erbjöds ${formatDatum(lage.forgrupp.erbjuden)}.`,
  prov: ({ idag }) => ({ datum: idag }),
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { datum, text } = last.varde;
    return { ok: true, data: { datum }, formular: text === undefined ? {} : { text } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Datumfalt name="datum" label="Första dag i förgruppen" errors={errors['datum']} value={ett(svar, 'datum')} />
      <Textruta
        name="text"
        label="Anteckning"
        errors={errors['text']}
        value={ett(svar, 'text')}
        max={MAX.text}
        frivillig
      />
    </>
  ),
  knapp: () => 'Registrera starten',
  kvitto: () => 'Starten i förgruppen är registrerad.',
  hinderfalt: { framtida_datum: 'datum', fore_erbjudandet: 'datum', fore_start: 'datum' },
};
