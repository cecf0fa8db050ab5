import { z } from 'zod';
import { kontaktsatt, personensSvar as svarskoder } from '../../domain/koder.js';
import { Datumfalt, Falt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, kod, MAX, read, text } from './regler.js';
import { alternativ } from './val.js';

const schema = z.object({
  svar: kod(svarskoder, 'Välj om personen svarade ja eller nej.'),
  datum: dag('Ange när personen svarade.'),
  till: text('Skriv vem personen svarade, till exempel namn och verksamhet.', MAX.rad),
  satt: kod(kontaktsatt, 'Välj hur personen svarade.'),
});

/** The person's own yes or no to being enrolled (design 2.5). */
export const personensSvar: Beslutsformular<'personens_svar'> = {
  typ: 'personens_svar',
  ingress: ({ lage }) =>
    lage.svar === 'ja'
      ? 'Personen har sagt ja. Har personen ångrat sig, registrera nej. Ärendet stängs då.'
      : 'Teamet rekommenderar inskrivning. Ingen skrivs in utan eget ja. Svarar personen nej stängs ärendet.',
  prov: ({ idag, lage }) => ({ svar: lage.svar === 'ja' ? 'nej' : 'ja', datum: idag }),
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { till, satt, ...data } = last.varde;
    return { ok: true, data, formular: { till, satt } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Radiogrupp
        name="svar"
        label="Personens svar"
        errors={errors['svar']}
        options={alternativ(svarskoder)}
        value={ett(svar, 'svar')}
        rad
      />
      <Datumfalt name="datum" label="När svarade personen?" errors={errors['datum']} value={ett(svar, 'datum')} />
      <Falt name="till" label="Till vem?" errors={errors['till']} value={ett(svar, 'till')} />
      <Radiogrupp
        name="satt"
        label="Hur?"
        errors={errors['satt']}
        options={alternativ(kontaktsatt)}
        value={ett(svar, 'satt')}
      />
    </>
  ),
  knapp: () => 'Registrera svaret',
  kvitto: ({ svar }) =>
    svar === 'ja' ? 'Personens ja är registrerat.' : 'Personens nej är registrerat och ärendet stängt.',
  hinderfalt: { framtida_datum: 'datum', fore_svaret: 'datum', redan_svarat: 'svar' },
};
