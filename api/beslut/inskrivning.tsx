import { z } from 'zod';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { koordning } from '../../domain/ko.js';
import { isFullt } from '../../domain/platser.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Valjare } from '../components/form/valjare.js';
import { platserIOrd, tagnaIOrd } from '../components/platsord.js';
import { ett, type Beslutsformular, type Formularunderlag } from './formular.js';
import { dag, enAv, MAX, read, samband, valfriText } from './regler.js';
import { namngivna, valbaraKoordinatorer } from './val.js';

const LANGST_FRAM_MANADER = 12;

/** Whether an inskrivning today would go beyond the places or past somebody who waits. */
const isFull = ({ platser, ko }: Formularunderlag): boolean =>
  platser.samtidigt !== undefined && (isFullt(platser) || ko.length > 0);

const places = ({ platser, ko }: Formularunderlag): string =>
  platser.samtidigt === undefined
    ? `${platser.upptagna} deltar i insatsen i dag.`
    : `${tagnaIOrd(platser)} platser är upptagna eller erbjudna i dag: ${platserIOrd(platser)}. ${ko.length} står i kö.`;

const orKo = (underlag: Formularunderlag): string => {
  if (underlag.lage.ko) return ' Personen står i kö. Ange skäl för att skriva in före sin tur eller utöver platserna.';
  if (isFull(underlag)) return ' Personen ställs i kö om du inte anger skäl för överinskrivning.';
  return '';
};

/** The case's place in the queue, the first being 1. */
const koplats = ({ ko, lage }: Formularunderlag): number =>
  ko.toSorted(koordning).findIndex(({ arendeId }) => arendeId === lage.arendeId) + 1;

const schema = (underlag: Formularunderlag) => {
  const latest = svenskKalender.addMonths(underlag.idag, LANGST_FRAM_MANADER);
  return z
    .object({
      beslutsdatum: dag('Ange när inskrivningen beslutades.'),
      startdatum: dag('Ange vilken dag insatsen börjar.'),
      koordinator: enAv(
        valbaraKoordinatorer(underlag).map(({ id }) => id),
        'Välj vem som blir koordinator.',
      ),
      overinskrivningSkal: valfriText(),
    })
    .refine(({ startdatum }) => startdatum <= latest, {
      ...samband('startdatum', 'Startdatum kan ligga högst ett år framåt.'),
      when: ({ issues }) => issues.every(({ path }) => path?.[0] !== 'startdatum'),
    });
};

/** Enrolment: startdatum starts place, insatstid and the counter; without a place the person joins the queue (design 2.5). */
export const inskrivning: Beslutsformular<'inskrivning'> = {
  typ: 'inskrivning',
  ingress: (underlag) => `${places(underlag)}${orKo(underlag)}`,
  prov: ({ idag, lage }) => ({
    beslutsdatum: idag,
    startdatum: idag,
    koordinator: '',
    overinskrivning: lage.ko !== undefined,
  }),
  forval: ({ idag, lage }) => ({ beslutsdatum: idag, startdatum: idag, koordinator: lage.koordinator ?? '' }),
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
          hint={
            underlag.lage.ko
              ? 'Skälet sparas i ärendet och överinskrivningen visas för kansliet.'
              : 'Lämna tomt för att ställa personen i kö. Överinskrivningen visas för kansliet.'
          }
          errors={errors['overinskrivningSkal']}
          value={ett(svar, 'overinskrivningSkal')}
          max={MAX.text}
        />
      )}
    </>
  ),
  knapp: (underlag) => (isFull(underlag) && !underlag.lage.ko ? 'Skriv in eller ställ i kö' : 'Skriv in'),
  kvitto: () => 'Personen är inskriven.',
  kvittoEfter(efter) {
    switch (efter.lage.fas) {
      case 'ko':
        return `Alla platser är upptagna. Personen står i kö, plats ${koplats(efter)}.`;
      case 'forgrupp':
        return 'Personen är inskriven och börjar i förgruppen. Koordinatorn har fått uppgiften att följa den.';
      default:
        return 'Personen är inskriven. Koordinatorn har fått uppgiften att kartlägga.';
    }
  },
  hinderfalt: {
    framtida_datum: 'beslutsdatum',
    fore_svaret: 'beslutsdatum',
    start_fore_beslut: 'startdatum',
    for_langt_fram: 'startdatum',
    star_i_ko: 'overinskrivningSkal',
    okand_koordinator: 'koordinator',
  },
};
