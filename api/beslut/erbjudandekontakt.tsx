import { z } from 'zod';
import { kontaktsatt } from '../../domain/koder.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Radiogrupp } from '../components/form/val.js';
import { formatDatum } from '../components/format.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, jaNej, kod, MAX, read, valfriText } from './regler.js';
import { alternativ, JA_NEJ } from './val.js';

const schema = z.object({
  datum: dag('Ange när du kontaktade personen.'),
  satt: kod(kontaktsatt, 'Välj hur du kontaktade personen.'),
  naddes: jaNej('Välj om du nådde personen.'),
  text: valfriText(),
});

/** One logged contact about an offered place (design 2.5). */
export const erbjudandekontakt: Beslutsformular<'erbjudandekontakt'> = {
  typ: 'erbjudandekontakt',
  ingress: ({ lage: { erbjudande } }) =>
    erbjudande &&
    `${erbjudande.kontakter} av högst ${erbjudande.maxKontakter} kontakter är registrerade. Platsen är erbjuden till och med ${formatDatum(erbjudande.senast)}.`,
  prov: ({ idag }) => ({ datum: idag, naddes: false }),
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { satt, text, ...data } = last.varde;
    return { ok: true, data, formular: { satt, ...(text === undefined ? {} : { text }) } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Datumfalt name="datum" label="Datum" errors={errors['datum']} value={ett(svar, 'datum')} />
      <Radiogrupp
        name="satt"
        label="Hur?"
        errors={errors['satt']}
        options={alternativ(kontaktsatt)}
        value={ett(svar, 'satt')}
      />
      <Radiogrupp
        name="naddes"
        label="Nådde du personen?"
        errors={errors['naddes']}
        options={JA_NEJ}
        value={ett(svar, 'naddes')}
        rad
      />
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
  knapp: () => 'Registrera kontakten',
  kvitto: () => 'Kontakten är registrerad.',
  hinderfalt: { framtida_datum: 'datum', fore_erbjudandet: 'datum' },
};
