import type { ComponentChildren, VNode } from 'preact';
import { formatPersonnummer } from '../../../domain/personnummer.js';
import { TrappaLinje } from '../../components/arende/trappa-linje.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatDatum } from '../../components/format.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Arbete, LastPlan, LastSkattning } from '../../queries/plan.js';
import { forsText } from './fors.js';
import { Kartlaggningslista } from './kartlaggning.js';
import { personnamn } from './namn.js';
import { flikar, type Flik } from './ram.js';
import { kalltext, Planinnehall, planlage } from './planinnehall.js';
import { Aktivitetstabell } from './verkstallighet.js';
import type { Arendevy } from './vy.js';

interface Props {
  readonly vy: Arendevy;
  readonly ram: Sidram;
}

/** One plain page to print or to copy from: no menu of the case, only its text. */
export function Utskrift({
  vy,
  ram,
  rubrik,
  ingress,
  flik = 'plan',
  children,
}: Props & { rubrik: string; ingress: string; flik?: Flik; children: ComponentChildren }): VNode {
  const { arende } = vy;
  return (
    <Sida
      {...ram}
      visar={{ nummer: [arende.nummer], visning: 'arende' }}
      titel={`${rubrik}, ${arende.nummer}`}
      smal
      brodsmulor={
        <Brodsmulor
          lankar={[
            { href: `/arenden/${arende.nummer}`, text: arende.nummer },
            { href: `/arenden/${arende.nummer}/${flik}`, text: flikar[flik] },
          ]}
          har={rubrik}
        />
      }
    >
      <div class="utskrift">
        <Sidhuvud
          rubrik={rubrik}
          overrubrik={`${arende.nummer} · ${arende.insats.namn}`}
          ingress={ingress}
          atgarder={
            <button type="button" class="button button--secondary" data-skriv-ut hidden>
              Skriv ut
            </button>
          }
        />
        {children}
      </div>
    </Sida>
  );
}

/** One version of the plan (design 2.6). */
export function PlanutskriftPage({ vy, plan, ram }: Props & { plan: LastPlan }): VNode {
  const { arende } = vy;
  return (
    <Utskrift
      vy={vy}
      ram={ram}
      rubrik={`Genomförandeplan, version ${plan.version}`}
      ingress={`${planlage(plan, arende.lage.plan?.gallande)}. Deltagare: ${personnamn(arende)}.`}
    >
      <Planinnehall plan={plan} niva={2} />
      <p class="dampad">
        Sparad av {kalltext(plan)}. {forsText(arende.profil, 'genomforandeplan')}
      </p>
    </Utskrift>
  );
}

const GIVEN_WITH: Readonly<Record<string, string>> = {
  planuppfoljning: 'Planuppföljning',
  skattning: 'Egen skattning',
  avslutsuppgifter: 'Avslut',
};

function Skattningar({ arbete: { skattningar }, vy }: { arbete: Arbete; vy: Arendevy }): VNode {
  const { utvecklingstrappa } = vy.arende.profil;
  if (skattningar.length === 0) return <p>Ingen skattning är gjord.</p>;
  return (
    <>
      <TrappaLinje skattningar={skattningar} namn={utvecklingstrappa} />
      <Tabell
        id="skattningskallor"
        caption="Var skattningarna kommer från"
        rows={skattningar}
        rowKey={({ beslutId }) => beslutId}
        columns={[
          { rubrik: 'Datum', cell: ({ datum }) => formatDatum(datum), obruten: true, radrubrik: true },
          { rubrik: 'Gjord vid', cell: ({ typ = '' }: LastSkattning) => GIVEN_WITH[typ] ?? '–' },
          { rubrik: 'Deltagarens ord', cell: ({ text }) => text ?? '–' },
          { rubrik: 'Registrerad', cell: kalltext },
        ]}
      />
    </>
  );
}

/** What an application for ersättning rests on: kartläggning, ratings and activities, with days and sources (design 2.8). */
export function UnderlagPage({ vy, arbete, ram }: Props & { arbete: Arbete }): VNode {
  const { arende, idag } = vy;
  const { personnummer, kartlaggning, aktiviteter } = arbete;
  return (
    <Utskrift
      vy={vy}
      ram={ram}
      rubrik="Underlag till ansökan om ersättning"
      ingress={`Uppgifterna är hämtade ur ärendet ${formatDatum(idag)}.`}
    >
      <Definitionslista
        rader={[
          { term: 'Deltagare', varde: personnamn(arende) },
          ...(personnummer ? [{ term: 'Personnummer', varde: formatPersonnummer(personnummer) }] : []),
          ...(arende.lage.startdatum ? [{ term: 'Deltar från', varde: formatDatum(arende.lage.startdatum) }] : []),
          ...(arende.koordinator ? [{ term: 'Koordinator', varde: arende.koordinator.namn }] : []),
        ]}
      />
      <h2>Kartläggning</h2>
      {kartlaggning ? (
        <Kartlaggningslista
          kartlaggning={kartlaggning}
          efter={[{ term: 'Registrerad', varde: kalltext(kartlaggning) }]}
        />
      ) : (
        <p>Kartläggningen är inte klar.</p>
      )}
      <h2>Skattningar på utvecklingstrappan</h2>
      <Skattningar arbete={arbete} vy={vy} />
      <h2>Arbetsprövningar och andra aktiviteter</h2>
      {aktiviteter.length > 0 ? (
        <Aktivitetstabell rader={aktiviteter} kallor />
      ) : (
        <p>Ingen aktivitet är registrerad.</p>
      )}
    </Utskrift>
  );
}
