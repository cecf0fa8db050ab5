import type { VNode } from 'preact';
import type { Beslutstyp } from '../../../domain/faser.js';
import { beslut as beslutslista } from '../../../domain/faser.js';
import { TrappaLinje } from '../../components/arende/trappa-linje.js';
import { formatDatum } from '../../components/format.js';
import { Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Arbete } from '../../queries/plan.js';
import { Fors } from './fors.js';
import { Kartlaggningslista } from './kartlaggning.js';
import { Planinnehall, planlage } from './planinnehall.js';
import { ArendeRam } from './ram.js';
import { Aktivitetstabell, Ersattningstabell } from './verkstallighet.js';
import { beslutsadress, type Arendevy } from './vy.js';

interface Props {
  readonly vy: Arendevy;
  readonly arbete: Arbete;
}

/** Buttons to those of some decisions that the reader may take now. */
function Knappar({ vy: { arende, mojliga }, typer }: { vy: Arendevy; typer: readonly Beslutstyp[] }): VNode | null {
  const possible = typer.filter((typ) => mojliga.includes(typ));
  if (possible.length === 0) return null;
  return (
    <Knapprad>
      {possible.map((typ) => (
        <Lankknapp key={typ} href={beslutsadress(arende.nummer, typ)}>
          {beslutslista[typ]}
        </Lankknapp>
      ))}
    </Knapprad>
  );
}

const utskriftsadress = (nummer: string, version: number): string => `/arenden/${nummer}/plan/${version}/utskrift`;

/** What is shown open: the plan in force, or the first draft as long as there is none. */
const shown = ({ planer }: Arbete, gallande: number | undefined) =>
  planer.find(({ version }) => version === gallande) ?? planer[0];

function Plan({ vy, arbete }: Props): VNode {
  const { nummer, lage, profil } = vy.arende;
  const plan = shown(arbete, lage.plan?.gallande);
  return (
    <Kort
      rubrik={
        plan ? `Genomförandeplan, version ${plan.version}: ${planlage(plan, lage.plan?.gallande)}` : 'Genomförandeplan'
      }
      atgard={plan && <SakerLank href={utskriftsadress(nummer, plan.version)}>Skriv ut eller kopiera</SakerLank>}
    >
      <Fors profil={profil} slag="genomforandeplan" />
      {plan ? <Planinnehall plan={plan} /> : <p>Ingen plan är skriven än.</p>}
      <Knappar vy={vy} typer={['genomforandeplan']} />
    </Kort>
  );
}

function Versioner({ vy, arbete: { planer } }: Props): VNode | null {
  const { nummer, lage } = vy.arende;
  if (planer.length < 2) return null;
  return (
    <Kort rubrik="Alla versioner">
      <Tabell
        id="versioner"
        caption="Versioner av planen, den senaste överst"
        doldCaption
        rows={planer}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            rubrik: 'Version',
            cell: ({ version }) => <SakerLank href={utskriftsadress(nummer, version)}>Version {version}</SakerLank>,
            radrubrik: true,
          },
          { rubrik: 'Datum', cell: ({ datum }) => formatDatum(datum), obruten: true },
          { rubrik: 'Läge', cell: (plan) => planlage(plan, lage.plan?.gallande) },
          { rubrik: 'Sparad av', cell: ({ av }) => av ?? '–' },
        ]}
      />
    </Kort>
  );
}

function Uppfoljning({ vy, arbete: { planuppfoljningar, skattningar } }: Props): VNode {
  const { utvecklingstrappa } = vy.arende.profil;
  return (
    <Kort rubrik="Utvecklingstrappan och planuppföljningar">
      {skattningar.length === 0 && <p>Ingen skattning är gjord än.</p>}
      <TrappaLinje skattningar={skattningar} namn={utvecklingstrappa} />
      {planuppfoljningar.length > 0 && (
        <Tabell
          id="planuppfoljningar"
          caption="Planuppföljningar, den senaste överst"
          rows={planuppfoljningar}
          rowKey={({ beslutId }) => beslutId}
          columns={[
            { rubrik: 'Datum', cell: ({ datum }) => formatDatum(datum), obruten: true, radrubrik: true },
            { rubrik: 'Resultat', cell: ({ text }) => text },
            { rubrik: 'Registrerad av', cell: ({ av }) => av ?? '–' },
          ]}
        />
      )}
      <Knappar vy={vy} typer={['planuppfoljning', 'skattning']} />
    </Kort>
  );
}

function Kartlaggning({ vy, arbete: { kartlaggning } }: Props): VNode {
  return (
    <Kort rubrik="Kartläggning">
      <Fors profil={vy.arende.profil} slag="kartlaggning" />
      {kartlaggning ? <Kartlaggningslista kartlaggning={kartlaggning} /> : <p>Kartläggningen är inte klar.</p>}
      <Knappar vy={vy} typer={['kartlaggning', 'utan_kartlaggning', 'sparbyte']} />
    </Kort>
  );
}

function Verkstallighet({ vy, arbete: { aktiviteter, ersattningar } }: Props): VNode {
  return (
    <>
      <Kort rubrik="Aktiviteter">
        {aktiviteter.length > 0 ? <Aktivitetstabell rader={aktiviteter} /> : <p>Ingen aktivitet är registrerad.</p>}
        <Knappar vy={vy} typer={['aktivitet', 'aktivitetsslut', 'fasbyte']} />
      </Kort>
      <Kort
        rubrik="Ersättning"
        atgard={<SakerLank href={`/arenden/${vy.arende.nummer}/underlag`}>Underlag att skriva ut</SakerLank>}
      >
        {ersattningar.length > 0 ? <Ersattningstabell rader={ersattningar} /> : <p>Ingen ansökan är registrerad.</p>}
        <Knappar vy={vy} typer={['ersattningsansokan', 'ersattningsbeslut']} />
      </Kort>
    </>
  );
}

/** Plan, ratings, kartläggning and verkställighet of a case: what the work has come to (design 2.6–2.8). */
export function PlanPage({ vy, arbete, ram }: Props & { ram: Sidram }): VNode {
  return (
    <ArendeRam vy={vy} flik="plan" ram={ram}>
      <Plan vy={vy} arbete={arbete} />
      <Versioner vy={vy} arbete={arbete} />
      <Uppfoljning vy={vy} arbete={arbete} />
      <Kartlaggning vy={vy} arbete={arbete} />
      <Verkstallighet vy={vy} arbete={arbete} />
    </ArendeRam>
  );
}
