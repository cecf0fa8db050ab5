import type { VNode } from 'preact';
import { pausorsaker } from '../../../domain/koder.js';
import { formatDagar, formatTal } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import { Tabell } from '../../components/tabell.js';
import type { Arendeoversikt } from '../../queries/arendeoversikt.js';
import { ord } from './ord.js';

type Paus = Arendeoversikt['pauser'][number];
type Medel = Arendeoversikt['medel'][number];

function Pauser({ oversikt: { pauser } }: { oversikt: Arendeoversikt }): VNode | null {
  if (pauser.length === 0) return null;
  const given = ({ slutade, dagar }: Paus): string =>
    slutade === undefined ? 'Pågår eller väntar' : `${formatDagar(dagar ?? 0)}, till och med ${slutade}`;
  return (
    <Kort rubrik="Pauser">
      <Tabell
        id="pauser"
        caption="Pauser av insatstiden"
        doldCaption
        rows={pauser}
        rowKey={({ id }) => id}
        columns={[
          { rubrik: 'Från', cell: ({ fran }) => fran, obruten: true, radrubrik: true },
          { rubrik: 'Till', cell: ({ till }) => till, obruten: true },
          { rubrik: 'Orsak', cell: ({ orsak, skal }) => [ord(pausorsaker, orsak), skal].filter(Boolean).join('. ') },
          { rubrik: 'Använd', cell: given },
        ]}
      />
    </Kort>
  );
}

function Undantag({ oversikt: { undantag } }: { oversikt: Arendeoversikt }): VNode | null {
  if (undantag.length === 0) return null;
  return (
    <Kort rubrik="Styrgruppens undantag">
      <Tabell
        id="undantag"
        caption="Undantag från den längsta tiden"
        doldCaption
        rows={undantag}
        rowKey={({ beslutId }) => beslutId}
        columns={[
          { rubrik: 'Till och med', cell: ({ slut }) => slut, obruten: true, radrubrik: true },
          { rubrik: 'Skäl', cell: ({ skal }) => skal },
        ]}
      />
    </Kort>
  );
}

function utfallFor({ utfall, beslutatBelopp, beslutas }: Medel): string {
  if (utfall === undefined) return beslutas === 'styrgrupp' ? 'Väntar på styrgruppen' : 'Väntar på sammankallande';
  return utfall === 'bifall' ? `Beviljat, ${formatTal(beslutatBelopp ?? 0)} kronor` : 'Avslaget';
}

function Medelrader({ oversikt: { medel } }: { oversikt: Arendeoversikt }): VNode | null {
  if (medel.length === 0) return null;
  return (
    <Kort rubrik="Kompetenshöjande medel">
      <Tabell
        id="medel"
        caption="Förslag och beslut om kompetenshöjande medel"
        doldCaption
        rows={medel}
        rowKey={({ id }) => id}
        columns={[
          { rubrik: 'Vad', cell: ({ vad }) => vad, radrubrik: true },
          { rubrik: 'Föreslagna kronor', cell: ({ belopp }) => formatTal(belopp), align: 'right' },
          { rubrik: 'Beslut', cell: utfallFor },
          { rubrik: 'Motivering', cell: ({ beslutsmotivering }) => beslutsmotivering ?? '–' },
        ]}
      />
    </Kort>
  );
}

function Avvikelser({ oversikt: { avvikelser } }: { oversikt: Arendeoversikt }): VNode | null {
  if (avvikelser.length === 0) return null;
  return (
    <Kort rubrik="Avvikelser">
      <Tabell
        id="avvikelser"
        caption="Avvikelser som remittenten har fått läsa"
        doldCaption
        rows={avvikelser}
        rowKey={({ beslutId }) => beslutId}
        columns={[
          { rubrik: 'Datum', cell: ({ datum }) => datum, obruten: true, radrubrik: true },
          { rubrik: 'Vad hände', cell: ({ text }) => text },
        ]}
      />
    </Kort>
  );
}

/** What has happened to the time of a participation and beside it: pauses, exceptions, medel, what did not go as planned. */
export function Tiden({ oversikt }: { oversikt: Arendeoversikt }): VNode {
  return (
    <>
      <Pauser oversikt={oversikt} />
      <Undantag oversikt={oversikt} />
      <Medelrader oversikt={oversikt} />
      <Avvikelser oversikt={oversikt} />
    </>
  );
}
