import { z } from 'zod';
import { kontaktsatt } from '../../domain/koder.js';
import { Datumfalt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, jaNej, kod, read } from './regler.js';
import { alternativ, JA_NEJ } from './val.js';

const schema = z.object({
  datum: dag('Ange när du försökte nå personen.'),
  satt: kod(kontaktsatt, 'Välj hur du försökte nå personen.'),
  naddes: jaNej('Välj om du nådde personen.'),
});

/** One logged attempt to reach the person before the follow-up (design 2.11). */
export const kontaktforsok: Beslutsformular<'kontaktforsok'> = {
  typ: 'kontaktforsok',
  ingress: ({ lage }) =>
    lage.uppfoljning && `${lage.uppfoljning.forsok} av högst ${lage.uppfoljning.maxForsok} försök är registrerade.`,
  prov: ({ idag }) => ({ datum: idag, naddes: false }),
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { satt, ...data } = last.varde;
    return { ok: true, data, formular: { satt } };
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
    </>
  ),
  knapp: () => 'Registrera kontaktförsöket',
  kvitto: () => 'Kontaktförsöket är registrerat.',
  hinderfalt: { framtida_datum: 'datum', fore_avslutet: 'datum' },
};
