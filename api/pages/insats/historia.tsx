import type { VNode } from 'preact';
import { insatshandelsetext } from '../../../domain/insats/handelsetexter.js';
import { Datum } from '../../components/datum.js';
import { formatDatum, formatTidpunkt } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import { Tabell } from '../../components/tabell.js';
import type { Insatshuvud } from '../../queries/insats.js';
import type { Insatshandelserad } from '../../queries/insatshistoria.js';

/** What has happened in the insats itself: what, when, by whom and why. */
export function Historia({ rader, insats }: { rader: readonly Insatshandelserad[]; insats: Insatshuvud }): VNode {
  return (
    <Kort rubrik="Historia" niva={2}>
      <Tabell
        id="historia"
        caption="Det senaste som har hänt i insatsen"
        rows={rader}
        rowKey={({ id }) => id}
        empty={<p>Inget har hänt ännu.</p>}
        columns={[
          { rubrik: 'När', obruten: true, cell: ({ nar }) => <Datum varde={nar} format="tid" /> },
          { rubrik: 'Vad', radrubrik: true, cell: (rad) => <Vad rad={rad} insats={insats} /> },
          { rubrik: 'Vem', cell: ({ av }) => av ?? 'Systemet' },
          { rubrik: 'Skäl', cell: ({ skal }) => skal ?? '' },
        ]}
      />
    </Kort>
  );
}

function Vad({ rad: { typ, data }, insats: { profil } }: { rad: Insatshandelserad; insats: Insatshuvud }): VNode {
  const { rubrik, text } = insatshandelsetext(typ, data, { dag: formatDatum, tid: formatTidpunkt, profil });
  return (
    <>
      {rubrik}
      {text && <span class="dampad"> {text}</span>}
    </>
  );
}
