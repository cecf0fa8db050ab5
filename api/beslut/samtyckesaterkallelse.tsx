import { z } from 'zod';
import { harSamtycke } from '../../domain/samtycken.js';
import { Textruta } from '../components/form/textruta.js';
import { Kryssrutor } from '../components/form/val.js';
import { ett, flera, type Beslutsformular, type Formularunderlag } from './formular.js';
import { fleraAv, read, text } from './regler.js';
import { namngivna } from './val.js';

const MAX_SATT = 500;

const aterkalleliga = ({ lage, samtyckesval }: Formularunderlag) =>
  samtyckesval.filter(({ id }) => harSamtycke(lage, id));

/** The person takes samtycke back (design 2, at any time). */
export const samtyckesaterkallelse: Beslutsformular<'samtyckesaterkallelse'> = {
  typ: 'samtyckesaterkallelse',
  ingress: () =>
    'Verksamheten slutar se ärendet i samma stund, och dess uppgifter avslutas. Ta tillbaka samtycket så snart personen har bett om det. Gäller det remittentens verksamhet eller huvudmannen kan ärendet inte delas vidare utan ett nytt samtycke.',
  prov: ({ lage }) => ({ verksamheter: lage.samtycken.slice(0, 1) }),
  tolka(svar, underlag) {
    const last = read(
      z.object({
        verksamheter: fleraAv(
          aterkalleliga(underlag).map(({ id }) => id),
          'Välj bland de verksamheter som har samtycke.',
        ).refine((ids) => ids.length > 0, 'Välj minst en verksamhet vars samtycke personen tar tillbaka.'),
        satt: text('Skriv när och hur personen tog tillbaka samtycket.', MAX_SATT),
      }),
      svar,
    );
    if (!last.ok) return last;
    const { satt, ...data } = last.varde;
    return { ok: true, data, formular: { satt } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Kryssrutor
        name="verksamheter"
        label="Vilka verksamheter gäller det?"
        errors={errors['verksamheter']}
        value={flera(svar, 'verksamheter')}
        options={namngivna(aterkalleliga(underlag))}
      />
      <Textruta
        name="satt"
        label="När och hur tog personen tillbaka samtycket?"
        hint="Personen behöver inte säga varför."
        max={MAX_SATT}
        rows={3}
        errors={errors['satt']}
        value={ett(svar, 'satt')}
      />
    </>
  ),
  knapp: () => 'Registrera att samtycket är återkallat',
  kvitto: () => 'Samtycket är återkallat. Verksamheten ser inte längre ärendet.',
  hinderfalt: { inget_samtycke: 'verksamheter' },
};
