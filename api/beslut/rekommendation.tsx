import type { VNode } from 'preact';
import { z } from 'zod';
import { beslut as beslutslista } from '../../domain/faser.js';
import { koder, rekommendationer, type Rekommendationskod } from '../../domain/koder.js';
import { formatTidpunkt } from '../components/format.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { Kryssrutor, Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { Valjare } from '../components/form/valjare.js';
import { Utfallbar } from '../components/utfallbar.js';
import { ATGARDSHINDER, AtgarderFalt, hasAtgarder, readAtgarder, utanText } from './atgarder.js';
import { ett, flera, type Beslutsformular, type FaltProps, type Formularunderlag, type Svar } from './formular.js';
import { enAv, fleraAv, MAX, read, text, valfriAv } from './regler.js';
import { hasStyrgruppsfraga, readStyrgruppsfraga, StyrgruppsfragaFalt } from './styrgruppsfraga.js';
import { alternativ, namngivna } from './val.js';

const HINTS: Readonly<Record<Rekommendationskod, string>> = {
  rad: 'Skriv minst en åtgärd nedan. Remittenten återkopplar hur det gick.',
  forgrupp: 'Personen erbjuds att pröva i förgruppen före inskrivningen.',
  inskrivning: 'Remittenten frågar personen, som själv svarar ja eller nej.',
  bordlagd: 'Tas upp på teamets nästa möte. Välj detta när för få verksamheter var med.',
  komplettering: 'Motiveringen skickas som fråga till remittenten. Ärendet kommer sedan tillbaka till teamet.',
  annan_insats: 'Välj vilken nedan. Ärendet stängs här och fortsätter där med ett nytt nummer.',
  inte_aktuell: 'Ärendet stängs.',
  styrgrupp: 'Skriv frågan nedan. Ärendet kommer tillbaka till teamet med styrgruppens svar.',
};

const ATGARD_SAKNAS = 'Skriv minst en åtgärd när teamet ger råd.';
const ATGARD_FEL_UTFALL = 'Åtgärder hör till utfallet Råd. Ta bort dem eller välj Råd.';
const INSATS_FEL_UTFALL = 'Insats väljs bara när en annan insats passar bättre. Ta bort valet eller välj Annan insats.';
const FRAGA_FEL_UTFALL = 'Frågan hör till utfallet Lyft till styrgruppen. Ta bort den eller välj det utfallet.';

/** The outcomes that the insats has: a förgrupp before inskrivning only where the profile offers one. */
const utfall = ({ profil, andraInsatser }: Formularunderlag): Rekommendationskod[] =>
  koder(rekommendationer).filter(
    (one) => (one !== 'forgrupp' || profil.forgrupp === 'fore') && (one !== 'annan_insats' || andraInsatser.length > 0),
  );

const schema = (underlag: Formularunderlag) =>
  z.object({
    narvarande: fleraAv(
      underlag.verksamheter.map(({ id }) => id),
      'Välj bland de verksamheter som samtycket omfattar.',
    ),
    utfall: enAv(utfall(underlag), 'Välj vad teamet rekommenderar.').transform((one) => one as Rekommendationskod),
    motivering: text('Skriv teamets motivering.'),
    insats: valfriAv(
      underlag.andraInsatser.map(({ id }) => id),
      'Välj en av insatserna i listan.',
    ),
  });

/** What belongs to one outcome alone is asked for there and nowhere else. */
function followUpErrors(svar: Svar): FaltFel {
  const chosen = ett(svar, 'utfall');
  if (chosen === '') return {};
  const insats = ett(svar, 'insats') !== '';
  const wrong: [string, string, boolean][] = [
    ['atgard-1', ATGARD_SAKNAS, chosen === 'rad' && !hasAtgarder(svar)],
    ['atgard-1', ATGARD_FEL_UTFALL, chosen !== 'rad' && hasAtgarder(svar)],
    ['insats', 'Välj vilken insats som passar bättre.', chosen === 'annan_insats' && !insats],
    ['insats', INSATS_FEL_UTFALL, chosen !== 'annan_insats' && insats],
    ['fraga', FRAGA_FEL_UTFALL, chosen !== 'styrgrupp' && hasStyrgruppsfraga(svar)],
  ];
  return Object.fromEntries(wrong.filter(([, , applies]) => applies).map(([falt, fel]) => [falt, [fel]]));
}

/** What the team recommends, recorded at its meeting (design 2.3). */
export const rekommendation: Beslutsformular<'rekommendation'> = {
  typ: 'rekommendation',
  ingress: ({ lage }) =>
    lage.mote &&
    `Mötet ${formatTidpunkt(lage.mote.borjar)}. ${lage.yttranden?.length ?? 0} av ${lage.samtycken.length} verksamheter har lämnat yttrande. Minst ${lage.mote.quorum} behöver vara med.`,
  prov: () => ({ utfall: 'bordlagd', narvarande: [] }),
  tolka(svar, underlag) {
    const last = read(schema(underlag), svar);
    const rows = readAtgarder(svar, underlag);
    const asked = ett(svar, 'utfall') === 'styrgrupp' || hasStyrgruppsfraga(svar);
    const lyft = asked ? readStyrgruppsfraga(svar) : undefined;
    const errors = {
      ...(last.ok ? {} : last.errors),
      ...rows.errors,
      ...(lyft && !lyft.ok ? lyft.errors : {}),
      ...followUpErrors(svar),
    };
    if (!last.ok || Object.keys(errors).length > 0) return { ok: false, errors };
    const { motivering, insats, ...data } = last.varde;
    return {
      ok: true,
      data: {
        ...data,
        ...(insats === undefined ? {} : { insats }),
        ...(rows.atgarder.length === 0 ? {} : { atgarder: rows.atgarder.map(utanText) }),
      },
      formular: { motivering, atgarder: rows.atgarder, ...(lyft?.ok ? { lyft: lyft.varde } : {}) },
    };
  },
  Falt: (props) => {
    const { svar, errors, underlag } = props;
    return (
      <>
        <Kryssrutor
          name="narvarande"
          label="Verksamheter som var med"
          errors={errors['narvarande']}
          options={namngivna(underlag.verksamheter)}
          value={flera(svar, 'narvarande')}
        />
        <Radiogrupp
          name="utfall"
          label="Teamet rekommenderar"
          errors={errors['utfall']}
          options={alternativ(rekommendationer)
            .filter(({ value }) => utfall(underlag).some((one) => one === value))
            .map((one) => ({ ...one, hint: HINTS[one.value as Rekommendationskod] }))}
          value={ett(svar, 'utfall')}
        />
        <Textruta
          name="motivering"
          label="Motivering"
          errors={errors['motivering']}
          value={ett(svar, 'motivering')}
          rows={8}
          max={MAX.text}
        />
        <h2>Åtgärder vid råd</h2>
        <AtgarderFalt {...props} />
        <Foljdfalt {...props} />
      </>
    );
  },
  knapp: () => beslutslista.rekommendation,
  kvitto: ({ utfall: given }) => `Rekommendationen är registrerad: ${rekommendationer[given]}.`,
  hinderfalt: {
    ...ATGARDSHINDER,
    inte_beslutsfort: 'narvarande',
    okand_narvaro: 'narvarande',
    avidentifierad: 'utfall',
    atgard_utan_rad: 'atgard-1',
    ingen_forgrupp: 'utfall',
    insats_saknas: 'insats',
    samma_insats: 'insats',
    samtycke_saknas: 'utfall',
    styrgrupp_ej_namngiven: 'utfall',
  },
};

/** What only the rarer outcomes ask for; folded away until it holds something or is wrong. */
function Foljdfalt(props: FaltProps): VNode {
  const { svar, errors, underlag } = props;
  const lyftOpen = hasStyrgruppsfraga(svar) || ['fraga', 'bakgrund', 'alternativ'].some((falt) => errors[falt]);
  return (
    <>
      {underlag.andraInsatser.length > 0 && (
        <Utfallbar rubrik="Annan insats" oppen={ett(svar, 'insats') !== '' || errors['insats'] !== undefined}>
          <Valjare
            name="insats"
            label="Vilken insats passar bättre?"
            errors={errors['insats']}
            value={ett(svar, 'insats')}
            tomt="Välj insats"
            options={namngivna(underlag.andraInsatser)}
          />
        </Utfallbar>
      )}
      <Utfallbar rubrik="Fråga till styrgruppen" oppen={lyftOpen}>
        <StyrgruppsfragaFalt {...props} />
      </Utfallbar>
    </>
  );
}
