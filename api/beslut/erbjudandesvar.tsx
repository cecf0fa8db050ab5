import { z } from 'zod';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { erbjudandesvar as svarskoder, kontaktsatt } from '../../domain/koder.js';
import { Datumfalt, Falt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { formatDatum } from '../components/format.js';
import { ett, type Beslutsformular, type Formularunderlag } from './formular.js';
import { dag, kod, MAX, read, samband, valfriDag, valfriKod, valfriText } from './regler.js';
import { alternativ } from './val.js';

const LANGST_FRAM_MANADER = 12;

const schema = ({ idag }: Formularunderlag) => {
  const latest = svenskKalender.addMonths(idag, LANGST_FRAM_MANADER);
  const answered = ({ svar }: { svar: string }) => svar === 'ja' || svar === 'nej';
  return z
    .object({
      svar: kod(svarskoder, 'Välj vad som hände med erbjudandet.'),
      datum: dag('Ange när personen svarade, eller när du gav upp försöken.'),
      startdatum: valfriDag,
      till: valfriText(MAX.rad),
      satt: valfriKod(kontaktsatt, 'Välj hur personen svarade.'),
      text: valfriText(),
    })
    .refine(
      ({ svar, startdatum }) => svar !== 'ja' || Boolean(startdatum),
      samband('startdatum', 'Ange vilken dag insatsen börjar.'),
    )
    .refine(({ startdatum }) => !startdatum || startdatum <= latest, {
      ...samband('startdatum', 'Startdatum kan ligga högst ett år framåt.'),
      when: ({ issues }) => issues.every(({ path }) => path?.[0] !== 'startdatum'),
    })
    .refine(
      (values) => !answered(values) || Boolean(values.till),
      samband('till', 'Skriv vem personen svarade, till exempel namn och verksamhet.'),
    )
    .refine((values) => !answered(values) || Boolean(values.satt), samband('satt', 'Välj hur personen svarade.'));
};

/** What came of an offered place (design 2.5). */
export const erbjudandesvar: Beslutsformular<'erbjudandesvar'> = {
  typ: 'erbjudandesvar',
  ingress: ({ lage: { erbjudande } }) =>
    erbjudande &&
    `Platsen är erbjuden till och med ${formatDatum(erbjudande.senast)}. ${erbjudande.kontakter} av högst ${erbjudande.maxKontakter} kontakter är registrerade. Nås personen inte går platsen vidare, och personen behåller sin tur.`,
  prov: ({ idag }) => ({ svar: 'nej', datum: idag }),
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar, underlag) {
    const last = read(schema(underlag), svar);
    if (!last.ok) return last;
    const { svar: utfall, datum, startdatum, till, satt, text } = last.varde;
    return {
      ok: true,
      data: { svar: utfall, datum, ...(utfall === 'ja' && startdatum !== undefined ? { startdatum } : {}) },
      formular: {
        ...(till === undefined ? {} : { till }),
        ...(satt === undefined ? {} : { satt }),
        ...(text === undefined ? {} : { text }),
      },
    };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Radiogrupp
        name="svar"
        label="Vad hände?"
        errors={errors['svar']}
        options={alternativ(svarskoder)}
        value={ett(svar, 'svar')}
      />
      <Datumfalt name="datum" label="Datum" errors={errors['datum']} value={ett(svar, 'datum')} />
      <Datumfalt
        name="startdatum"
        label="Startdatum"
        hint="Om personen tar platsen."
        errors={errors['startdatum']}
        value={ett(svar, 'startdatum')}
      />
      <Falt
        name="till"
        label="Till vem svarade personen?"
        hint="Om personen svarade ja eller nej."
        errors={errors['till']}
        value={ett(svar, 'till')}
      />
      <Radiogrupp
        name="satt"
        label="Hur svarade personen?"
        errors={errors['satt']}
        options={alternativ(kontaktsatt)}
        value={ett(svar, 'satt')}
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
  knapp: () => 'Registrera svaret',
  kvitto: ({ svar }) =>
    ({
      ja: 'Personen tog platsen och är inskriven.',
      nej: 'Personens nej är registrerat och ärendet stängt. Platsen går vidare.',
      ej_nadd: 'Platsen går vidare till nästa i kön. Personen behåller sin tur.',
    })[svar],
  hinderfalt: {
    samtycke_saknas: 'svar',
    framtida_datum: 'datum',
    fore_erbjudandet: 'datum',
    fler_kontakter: 'svar',
    utan_start: 'startdatum',
    start_fore_svaret: 'startdatum',
    for_langt_fram: 'startdatum',
  },
};
