import { z } from 'zod';
import { efterForgrupp, forgruppsresultat as resultatkoder } from '../../domain/koder.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Radiogrupp } from '../components/form/val.js';
import { formatDatum } from '../components/format.js';
import { ett, type Beslutsformular, type Formularunderlag } from './formular.js';
import { dag, kod, MAX, read, samband, text, valfriKod } from './regler.js';
import { alternativ } from './val.js';

const isInskriven = ({ lage }: Formularunderlag): boolean => lage.startdatum !== undefined;

const VAG = 'Välj om ärendet går till råd eller tillbaka till teamet.';

const schema = (underlag: Formularunderlag) =>
  z
    .object({
      resultat: kod(resultatkoder, 'Välj hur det gick i förgruppen.'),
      datum: dag('Ange när förgruppen slutade eller personen tackade nej.'),
      text: text('Skriv hur det gick.'),
      sedan: valfriKod(efterForgrupp, VAG),
    })
    .refine(
      ({ resultat, sedan }) =>
        isInskriven(underlag) || (resultat !== 'nej' && resultat !== 'avbruten') || Boolean(sedan),
      samband('sedan', VAG),
    );

/** What came of the förgrupp (design 2.4). */
export const forgruppsresultat: Beslutsformular<'forgruppsresultat'> = {
  typ: 'forgruppsresultat',
  ingress(underlag) {
    const { forgrupp } = underlag.lage;
    const startad = forgrupp?.startad && `Personen började ${formatDatum(forgrupp.startad)}. `;
    return `${startad ?? 'Ingen start är registrerad. '}${
      isInskriven(underlag)
        ? 'Ärendet går vidare till kartläggning oavsett resultat.'
        : 'Ett ja leder till inskrivning. Annars går ärendet till råd eller tillbaka till teamet.'
    }`;
  },
  prov: (underlag) => ({
    resultat: 'nej',
    datum: underlag.idag,
    ...(isInskriven(underlag) ? {} : { sedan: 'teamet' }),
  }),
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar, underlag) {
    const last = read(schema(underlag), svar);
    if (!last.ok) return last;
    const { sedan, text: utsaga, ...data } = last.varde;
    const way = data.resultat === 'ja' || isInskriven(underlag) || sedan === undefined ? {} : { sedan };
    return { ok: true, data: { ...data, ...way }, formular: { text: utsaga } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Radiogrupp
        name="resultat"
        label="Resultat"
        errors={errors['resultat']}
        options={alternativ(resultatkoder)}
        value={ett(svar, 'resultat')}
      />
      <Datumfalt name="datum" label="Datum" errors={errors['datum']} value={ett(svar, 'datum')} />
      <Textruta name="text" label="Hur gick det?" errors={errors['text']} value={ett(svar, 'text')} max={MAX.text} />
      {!isInskriven(underlag) && (
        <Radiogrupp
          name="sedan"
          label="Vart går ärendet om det blev nej eller avbröts?"
          errors={errors['sedan']}
          options={alternativ(efterForgrupp)}
          value={ett(svar, 'sedan')}
        />
      )}
    </>
  ),
  knapp: () => 'Registrera resultatet',
  kvitto: ({ resultat }) =>
    resultat === 'ja'
      ? 'Resultatet är registrerat och ärendet går vidare.'
      : 'Resultatet av förgruppen är registrerat.',
  hinderfalt: {
    framtida_datum: 'datum',
    fore_erbjudandet: 'datum',
    fore_starten: 'datum',
    inte_startad: 'resultat',
    avidentifierad: 'resultat',
    utan_vag: 'sedan',
  },
};
