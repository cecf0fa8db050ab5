import { z } from 'zod';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Valjare } from '../components/form/valjare.js';
import { ett, type Beslutsformular, type Formularunderlag } from './formular.js';
import { dag, enAv, MAX, read, samband, valfriText } from './regler.js';
import { namngivna } from './val.js';

const LANGST_FRAM_MANADER = 12;

const isFull = ({ profil, upptagna }: Formularunderlag): boolean =>
  profil.kapacitet.samtidigt !== undefined && upptagna >= profil.kapacitet.samtidigt;

const places = ({ profil, upptagna }: Formularunderlag): string =>
  profil.kapacitet.samtidigt === undefined
    ? `${upptagna} deltar i insatsen i dag.`
    : `${upptagna} av ${profil.kapacitet.samtidigt} platser är upptagna i dag.`;

const schema = (underlag: Formularunderlag) => {
  const latest = svenskKalender.addMonths(underlag.idag, LANGST_FRAM_MANADER);
  return z
    .object({
      beslutsdatum: dag('Ange när inskrivningen beslutades.'),
      startdatum: dag('Ange vilken dag insatsen börjar.'),
      koordinator: enAv(
        underlag.koordinatorer.map(({ id }) => id),
        'Välj vem som blir koordinator.',
      ),
      overinskrivningSkal: valfriText(),
    })
    .refine(({ startdatum }) => startdatum <= latest, {
      ...samband('startdatum', 'Startdatum kan ligga högst ett år framåt.'),
      when: ({ issues }) => issues.every(({ path }) => path?.[0] !== 'startdatum'),
    });
};

/** Enrolment: startdatum starts place, insatstid and the counter (design 2.5). */
export const inskrivning: Beslutsformular<'inskrivning'> = {
  typ: 'inskrivning',
  ingress: (underlag) =>
    `${places(underlag)}${isFull(underlag) ? ' Personen kan ändå skrivas in om du anger skäl för överinskrivning.' : ''}`,
  prov: ({ idag }) => ({ beslutsdatum: idag, startdatum: idag, koordinator: '', overinskrivning: false }),
  forval: ({ idag }) => ({ beslutsdatum: idag, startdatum: idag }),
  tolka(svar, underlag) {
    const last = read(schema(underlag), svar);
    if (!last.ok) return last;
    const { overinskrivningSkal, ...data } = last.varde;
    return {
      ok: true,
      data: { ...data, overinskrivning: overinskrivningSkal !== undefined },
      formular: { overinskrivningSkal },
    };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Datumfalt
        name="beslutsdatum"
        label="Beslutsdatum"
        errors={errors['beslutsdatum']}
        value={ett(svar, 'beslutsdatum')}
      />
      <Datumfalt
        name="startdatum"
        label="Startdatum"
        hint="Från den dagen räknas platsen och insatstiden."
        errors={errors['startdatum']}
        value={ett(svar, 'startdatum')}
      />
      <Valjare
        name="koordinator"
        label="Koordinator"
        errors={errors['koordinator']}
        tomt="Välj koordinator"
        options={namngivna(underlag.koordinatorer)}
        value={ett(svar, 'koordinator')}
      />
      {(isFull(underlag) || errors['overinskrivningSkal'] || ett(svar, 'overinskrivningSkal') !== '') && (
        <Textruta
          name="overinskrivningSkal"
          label="Skäl för överinskrivning"
          hint="Behövs när alla platser är upptagna på startdagen."
          errors={errors['overinskrivningSkal']}
          value={ett(svar, 'overinskrivningSkal')}
          max={MAX.text}
        />
      )}
    </>
  ),
  knapp: () => 'Skriv in',
  kvitto: () => 'Personen är inskriven. Koordinatorn har fått uppgiften att kartlägga.',
  hinderfalt: {
    framtida_datum: 'beslutsdatum',
    fore_svaret: 'beslutsdatum',
    start_fore_beslut: 'startdatum',
    fullt: 'overinskrivningSkal',
  },
};
