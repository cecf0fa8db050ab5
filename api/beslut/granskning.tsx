import { z } from 'zod';
import { nextMote } from '../../domain/frister.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { granskningar } from '../../domain/koder.js';
import { formatTidpunkt } from '../components/format.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular, type Formularunderlag } from './formular.js';
import { kod, MAX, read, samband, valfriText } from './regler.js';
import { alternativ } from './val.js';

const schema = z
  .object({ utfall: kod(granskningar, 'Välj om remissen tas emot eller inte.'), skal: valfriText() })
  .refine(
    ({ utfall, skal }) => utfall !== 'inte_aktuell' || skal !== undefined,
    samband('skal', 'Skriv varför remissen inte är aktuell. Remittenten behöver veta det.'),
  );

const nextMeeting = ({ lage, nu, profil }: Formularunderlag): string =>
  formatTidpunkt(nextMote(lage.team, { nu, profil, kalender: svenskKalender }).borjar);

/** Sammankallande takes an incoming remiss in, or not (design 2.2). */
export const granskning: Beslutsformular<'granskning'> = {
  typ: 'granskning',
  ingress: () => 'En mottagen remiss sätts upp på teamets nästa möte, och verksamheterna ombeds lämna yttrande.',
  prov: () => ({ utfall: 'accepterad' }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { utfall, skal } = last.varde;
    return { ok: true, data: { utfall }, formular: { skal } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Radiogrupp
        name="utfall"
        label="Tas remissen emot?"
        errors={errors['utfall']}
        options={alternativ(granskningar).map((one) =>
          one.value === 'accepterad' ? { ...one, hint: `Ärendet tas upp på mötet ${nextMeeting(underlag)}.` } : one,
        )}
        value={ett(svar, 'utfall')}
      />
      <Textruta
        name="skal"
        label="Skäl"
        hint="Behövs när remissen inte är aktuell."
        errors={errors['skal']}
        value={ett(svar, 'skal')}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Registrera granskningen',
  kvitto: ({ utfall }) => (utfall === 'accepterad' ? 'Remissen är mottagen.' : 'Remissen är stängd som inte aktuell.'),
};
