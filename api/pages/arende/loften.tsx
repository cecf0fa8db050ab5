import type { VNode } from 'preact';
import { aktiviteter, ersattningar } from '../../../domain/koder.js';
import { Frist } from '../../components/datum.js';
import { formatDatum, formatKronor } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell } from '../../components/tabell.js';
import type { Arendeoversikt } from '../../queries/arendeoversikt.js';
import { ord } from './ord.js';
import type { Arendevy } from './vy.js';

/** What each verksamhet has promised and not yet reported. */
export function Loften({ vy, oversikt: { atgarder } }: { vy: Arendevy; oversikt: Arendeoversikt }): VNode | null {
  const open = atgarder
    .filter(({ utfall }) => utfall === undefined)
    .toSorted((a, b) => a.verksamhet.localeCompare(b.verksamhet, 'sv') || a.senast.localeCompare(b.senast));
  if (open.length === 0) return null;
  return (
    <Kort rubrik="Vad var och en har lovat">
      <Tabell
        id="loften"
        caption="Åtgärder som inte är rapporterade, per verksamhet"
        doldCaption
        rows={open}
        rowKey={({ id }) => id}
        markera={({ senast }) => (senast < vy.idag ? 'fel' : undefined)}
        columns={[
          { rubrik: 'Verksamhet', radrubrik: true, cell: ({ verksamhet }) => verksamhet },
          { rubrik: 'Åtgärd', cell: ({ atgard }) => atgard },
          { rubrik: 'Ansvarig', cell: ({ ansvarig }) => ansvarig ?? 'Inte utsedd' },
          { rubrik: 'Senast', cell: ({ senast }) => <Frist senast={senast} idag={vy.idag} /> },
        ]}
      />
    </Kort>
  );
}

/** Activities that go on, and applications and proposals that wait for an answer; each in full under Plan or below. */
export function Pagar({ vy }: { vy: Arendevy }): VNode | null {
  const { nummer, lage } = vy.arende;
  const rader = [
    ...(lage.aktiviteter ?? []).map(
      ({ slag, fran, till }) =>
        `${ord(aktiviteter, slag)} från ${formatDatum(fran)}${till === undefined ? '' : ` till ${formatDatum(till)}`}`,
    ),
    ...(lage.ersattningar ?? []).map(
      ({ slag, skickad }) => `Ansökan om ${word(ersattningar[slag])} skickad ${formatDatum(skickad)}, väntar på besked`,
    ),
    ...(lage.medel ?? []).map(
      ({ belopp, beslutas }) =>
        `Kompetenshöjande medel, ${formatKronor(belopp)}, väntar på ${beslutas === 'styrgrupp' ? 'styrgruppen' : 'sammankallande'}`,
    ),
  ];
  if (rader.length === 0) return null;
  return (
    <Kort rubrik="Pågår nu" atgard={<SakerLank href={`/arenden/${nummer}/plan`}>Läs mer under Plan</SakerLank>}>
      <ul>
        {rader.map((rad) => (
          <li key={rad}>{rad}</li>
        ))}
      </ul>
    </Kort>
  );
}

const word = (text: string): string => text.toLocaleLowerCase('sv');
