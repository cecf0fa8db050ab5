import type { VNode } from 'preact';
import { z } from 'zod';
import { nextMote } from '../../domain/frister.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { granskningar, type Granskning } from '../../domain/koder.js';
import { formatAntal, formatTidpunkt } from '../components/format.js';
import { Textruta } from '../components/form/textruta.js';
import { Radiogrupp } from '../components/form/val.js';
import { Valjare } from '../components/form/valjare.js';
import { ett, type Beslutsformular, type FaltProps, type Formularunderlag } from './formular.js';
import { kod, MAX, read, samband, valfriAv, valfriText } from './regler.js';
import { alternativ, namngivna } from './val.js';

/** What the remittent needs to be told, by outcome. */
const SKAL_SAKNAS: { readonly [utfall in Granskning]?: string } = {
  komplettering: 'Skriv vad remissen behöver kompletteras med. Remittenten får din text som fråga.',
  annan_insats: 'Skriv varför den andra insatsen passar bättre. Remittenten behöver veta det.',
  inte_aktuell: 'Skriv varför remissen inte är aktuell. Remittenten behöver veta det.',
};

const schema = ({ andraInsatser }: Formularunderlag) =>
  z
    .object({
      utfall: kod(granskningar, 'Välj om remissen tas emot eller inte.'),
      insats: valfriAv(
        andraInsatser.map(({ id }) => id),
        'Välj en av insatserna i listan.',
      ),
      skal: valfriText(),
    })
    .superRefine(({ utfall, skal }, ctx) => {
      const saknas = SKAL_SAKNAS[utfall];
      if (saknas !== undefined && skal === undefined) ctx.addIssue({ code: 'custom', path: ['skal'], message: saknas });
    })
    .refine(
      ({ utfall, insats }) => utfall !== 'annan_insats' || insats !== undefined,
      samband('insats', 'Välj vilken insats som passar bättre.'),
    )
    .refine(
      ({ utfall, insats }) => utfall === 'annan_insats' || insats === undefined,
      samband('insats', 'Insats väljs bara när en annan insats passar bättre. Ta bort valet eller ändra svaret.'),
    );

const nextMeeting = ({ lage, nu, profil, dagordning }: Formularunderlag): string => {
  const om = { nu, profil, kalender: svenskKalender, ...(dagordning ? { dagordning } : {}) };
  return formatTidpunkt(nextMote(lage.team, om, undefined, lage.nollplacerad).borjar);
};

function hint(utfall: string, underlag: Formularunderlag): string | undefined {
  if (utfall === 'accepterad') return `Ärendet tas upp på mötet ${nextMeeting(underlag)}.`;
  if (utfall === 'komplettering')
    return `Remittenten har ${formatAntal(underlag.profil.frister.kompletteringArbetsdagar, 'arbetsdagar')} på sig, och påminns.`;
  if (utfall === 'annan_insats') return 'Ärendet stängs här och fortsätter där med ett nytt nummer.';
  return undefined;
}

function Insatsval({ svar, errors, underlag }: FaltProps): VNode | null {
  if (underlag.andraInsatser.length === 0) return null;
  return (
    <Valjare
      name="insats"
      label="Vilken insats passar bättre?"
      hint="Behövs bara när du har valt Annan insats passar bättre."
      tomt="Ingen vald"
      errors={errors['insats']}
      options={namngivna(underlag.andraInsatser)}
      value={ett(svar, 'insats')}
    />
  );
}

/** Sammankallande takes an incoming remiss in, asks for more, sends it on, or not (design 2.2). */
export const granskning: Beslutsformular<'granskning'> = {
  typ: 'granskning',
  ingress: () => 'En mottagen remiss sätts upp på teamets nästa möte, och verksamheterna ombeds lämna yttrande.',
  prov: () => ({ utfall: 'inte_aktuell' }),
  tolka(svar, underlag) {
    const last = read(schema(underlag), svar);
    if (!last.ok) return last;
    const { utfall, insats, skal } = last.varde;
    return { ok: true, data: { utfall, ...(insats === undefined ? {} : { insats }) }, formular: { skal } };
  },
  Falt: (props) => {
    const { svar, errors, underlag } = props;
    return (
      <>
        <Radiogrupp
          name="utfall"
          label="Tas remissen emot?"
          errors={errors['utfall']}
          options={alternativ(granskningar)
            .filter(({ value }) => value !== 'annan_insats' || underlag.andraInsatser.length > 0)
            .map((one) => {
              const text = hint(one.value, underlag);
              return text === undefined ? one : { ...one, hint: text };
            })}
          value={ett(svar, 'utfall')}
        />
        <Insatsval {...props} />
        <Textruta
          name="skal"
          label="Skäl eller fråga till remittenten"
          hint="Behövs när remissen inte tas emot: varför, eller vad som ska kompletteras."
          errors={errors['skal']}
          value={ett(svar, 'skal')}
          max={MAX.text}
        />
      </>
    );
  },
  knapp: () => 'Registrera granskningen',
  kvitto: ({ utfall }) => KVITTO[utfall],
  hinderfalt: { samtycke_saknas: 'utfall', insats_saknas: 'insats', insats_stangd: 'insats', utan_samtycke: 'insats' },
};

const KVITTO: Readonly<Record<Granskning, string>> = {
  accepterad: 'Remissen är mottagen.',
  komplettering: 'Frågan är skickad till remittenten.',
  annan_insats: 'Ärendet är stängt här och fortsätter i den andra insatsen.',
  inte_aktuell: 'Remissen är stängd som inte aktuell.',
};
