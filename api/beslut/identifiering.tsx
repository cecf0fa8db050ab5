import { z } from 'zod';
import { kon } from '../../domain/koder.js';
import { fodelsearOf } from '../../domain/personnummer.js';
import { Radiogrupp } from '../components/form/val.js';
import { ett, type Beslutsformular, type Formularunderlag, type Svar } from './formular.js';
import { identitetsregler, idtypOf, Kontaktfalt, Namnfalt } from './identitetsfalt.js';
import { fleraAv, kod, read } from './regler.js';
import {
  Samtyckesfalt,
  Samtyckesval,
  samtyckesforval,
  samtyckesregler,
  samtyckestext,
  slagregel,
} from './samtyckesfalt.js';
import { alternativ } from './val.js';

/** The year that a vårdnadshavare's right is judged by is the one that is typed on the same page. */
const foddOf = (svar: Svar) =>
  ett(svar, 'idtyp') === 'reservnummer'
    ? { fodelsear: Number(ett(svar, 'fodelsear')) }
    : { personnummer: ett(svar, 'personnummer').replaceAll(/\D/g, '') };

const schema = (svar: Svar, { idag, samtyckesval, andraInsatser }: Formularunderlag) =>
  z.object({
    ...identitetsregler(svar, idag),
    kon: kod(kon, 'Välj kvinna, man eller uppgift saknas.'),
    verksamheter: fleraAv(
      samtyckesval.map(({ id }) => id),
      'Välj bland de verksamheter som står i listan.',
    ).refine((ids) => ids.length > 0, 'Välj de verksamheter som samtycket gäller.'),
    uppgiftsslag: slagregel,
    ...samtyckesregler(svar, { idag, andraInsatser, fodd: foddOf(svar) }),
  });

/** An avidentifierad konsultation gets identity and samtycke (design 2.3). */
export const identifiering: Beslutsformular<'identifiering'> = {
  typ: 'identifiering',
  ingress: () =>
    'Personen anges med namn, och samtycket avgör från och med nu vilka verksamheter som får ta del av ärendet. Utan det kan konsultationen inte leda till inskrivning.',
  prov: ({ idag, lage }) => ({
    samtycken: [...new Set([lage.remittentVerksamhet, lage.huvudman])]
      .filter((one) => one !== undefined)
      .map((verksamhet) => ({ verksamhet, fran: idag })),
  }),
  forval: ({ idag }) => ({ ...samtyckesforval, giltigtFran: idag }),
  tolka(svar, underlag) {
    const last = read(schema(svar, underlag), svar);
    if (!last.ok) return last;
    const { verksamheter, giltigtFran: fran, giltigtTill: till, ...rest } = last.varde;
    const { uppgiftsslag: slag, form, lamnatAv, andamal, insatser, samtyckesTolk, samtyckesSprak, ...person } = rest;
    const text = samtyckestext({
      uppgiftsslag: slag,
      form,
      lamnatAv,
      andamal,
      insatser,
      samtyckesTolk,
      samtyckesSprak,
    });
    return {
      ok: true,
      data: { samtycken: verksamheter.map((verksamhet) => ({ verksamhet, fran, ...(till ? { till } : {}) })) },
      formular: {
        identitet: identitet(person),
        samtycken: verksamheter.map((verksamhet) => ({ verksamhet, ...text })),
      },
    };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <h2>Personen</h2>
      <Namnfalt svar={svar} errors={errors} />
      <Radiogrupp
        name="kon"
        label="Kön"
        rad
        errors={errors['kon']}
        value={ett(svar, 'kon')}
        options={alternativ(kon)}
      />
      <Kontaktfalt svar={svar} errors={errors} />
      <h2>Samtycket</h2>
      <Samtyckesval
        svar={svar}
        errors={errors}
        underlag={underlag}
        hint="Remittentens verksamhet och huvudmannen för insatsen behöver ingå."
      />
      <Samtyckesfalt svar={svar} errors={errors} andraInsatser={underlag.andraInsatser} />
    </>
  ),
  knapp: () => 'Lägg till identitet och samtycke',
  kvitto: () => 'Personen är angiven med namn, och samtycket är registrerat.',
  hinderfalt: {
    samtycke_saknas: 'verksamheter',
    okand_verksamhet: 'verksamheter',
    framtida_datum: 'giltigtFran',
    for_langt_fram: 'giltigtFran',
    slut_fore_start: 'giltigtTill',
    redan_upphort: 'giltigtTill',
  },
};

type Person = Omit<z.output<ReturnType<typeof schema>>, 'verksamheter' | 'uppgiftsslag'>;

/** The person as stored: what was left out is left out. */
function identitet(
  person: Pick<
    Person,
    'idtyp' | 'personnummer' | 'fodelsear' | 'namn' | 'kon' | 'telefon' | 'epost' | 'tolk' | 'sprak' | 'skyddad'
  >,
) {
  const { idtyp, personnummer, fodelsear, namn, kon: ettKon, telefon, epost, tolk, sprak, skyddad } = person;
  return {
    idtyp: idtypOf({ idtyp, personnummer }),
    personnummer,
    fodelsear: fodelsearOf({ personnummer, fodelsear }),
    namn,
    kon: ettKon,
    tolk,
    skyddad,
    ...(telefon === undefined ? {} : { telefon }),
    ...(epost === undefined ? {} : { epost }),
    ...(sprak === undefined ? {} : { sprak }),
  };
}
