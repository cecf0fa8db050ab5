import type { VNode } from 'preact';
import { atgardsankare } from '../../../domain/atgarder.js';
import { atgardsutfall } from '../../../domain/koder.js';
import { formatDatum } from '../../components/format.js';
import { Tabell } from '../../components/tabell.js';
import type { LastAtgard } from '../../queries/arendeoversikt.js';
import { ord } from './ord.js';

const lage = ({ utfall, rapport }: LastAtgard): string =>
  utfall === undefined ? 'Inte rapporterad' : `${ord(atgardsutfall, utfall)}${rapport ? `: ${rapport}` : ''}`;

/** Who does what until when, and how it went; nothing when no action was agreed on. */
export function Atgarder({ id, atgarder }: { id: string; atgarder: readonly LastAtgard[] }): VNode | null {
  if (atgarder.length === 0) return null;
  return (
    <Tabell
      id={id}
      caption="Vem gör vad"
      rows={atgarder}
      rowKey={(atgard) => atgard.id}
      columns={[
        {
          rubrik: 'Åtgärd',
          cell: ({ id: atgardId, atgard }) => <span id={atgardsankare(atgardId)}>{atgard}</span>,
          radrubrik: true,
        },
        { rubrik: 'Verksamhet', cell: ({ verksamhet }) => verksamhet },
        { rubrik: 'Ansvarig', cell: ({ ansvarig }) => ansvarig ?? 'Inte utsedd' },
        { rubrik: 'Senast', cell: ({ senast }) => formatDatum(senast), obruten: true },
        { rubrik: 'Hur gick det?', cell: lage },
      ]}
    />
  );
}
