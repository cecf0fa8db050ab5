import type { VNode } from 'preact';
import { installningar, planlagen } from '../../../domain/koder.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatDatum, formatTidpunkt } from '../../components/format.js';
import { Tabell } from '../../components/tabell.js';
import type { Kalla, LastPlan } from '../../queries/plan.js';
import { jaNej, ord } from './ord.js';

/** Where something comes from: `Test Testsson, tors 4 mars 2027 10:15`. */
export const kalltext = ({ av, nar }: Kalla): string =>
  [av, nar === undefined ? undefined : formatTidpunkt(nar)].filter((del) => del !== undefined).join(', ');

/** A version of the plan in relation to the others: a plan in force gives way to the next one. */
export function planlage({ version, lage }: Pick<LastPlan, 'version' | 'lage'>, gallande: number | undefined): string {
  if (lage === 'utkast') return planlagen.utkast;
  return version === gallande ? planlagen.gallande : 'Ersatt';
}

const medverkan = (plan: LastPlan) => [
  { term: 'Hur deltagaren var med', varde: plan.deltog },
  { term: 'Inställning', varde: ord(installningar, plan.installning) },
  ...(plan.invandning ? [{ term: 'Invändning', varde: plan.invandning }] : []),
  { term: 'Kopia lämnad', varde: plan.kopiaLamnad ? `Ja, på ${plan.kopiaSprak ?? 'okänt språk'}` : 'Nej' },
  { term: 'Tolk', varde: jaNej(plan.tolk) },
];

/** The text of one version; `niva` is the level of its headings. */
export function Planinnehall({ plan, niva = 3 }: { plan: LastPlan; niva?: 2 | 3 }): VNode {
  const Rubrik = niva === 2 ? 'h2' : 'h3';
  return (
    <>
      <Definitionslista
        rader={[
          { term: 'Datum', varde: formatDatum(plan.datum) },
          { term: 'Mål', varde: plan.mal },
        ]}
      />
      <Rubrik>Delmål</Rubrik>
      <Tabell
        id={`delmal-${plan.version}`}
        caption={`Delmål i version ${plan.version}`}
        doldCaption
        rows={plan.delmal.map((one, nr) => ({ ...one, nr: nr + 1 }))}
        rowKey={({ nr }) => String(nr)}
        columns={[
          { rubrik: 'Delmål', cell: ({ text }) => text, radrubrik: true },
          { rubrik: 'Senast', cell: ({ senast }) => (senast ? formatDatum(senast) : '–'), obruten: true },
          { rubrik: 'Vem', cell: ({ ansvarig }) => ansvarig ?? '–' },
        ]}
        empty={<p>Inga delmål är skrivna.</p>}
      />
      <Definitionslista
        rader={[
          { term: 'Uppföljning', varde: plan.uppfoljning },
          { term: 'Ansvar', varde: plan.ansvar },
        ]}
      />
      <Rubrik>Deltagarens medverkan</Rubrik>
      <Definitionslista rader={medverkan(plan)} />
    </>
  );
}
