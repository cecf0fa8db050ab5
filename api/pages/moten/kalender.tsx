import type { VNode } from 'preact';
import { formatDatum, formatTidpunkt } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import { Marke, type MarkeTyp } from '../../components/marke.js';
import { Paginering } from '../../components/paginering.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import { TIDIGARE_PER_SIDA, type Kalendermote, type Moteskalender } from '../../queries/moten.js';

export interface MotenPageProps {
  readonly ram: Sidram;
  readonly kalender: Moteskalender;
  readonly sida: number;
  readonly idag: string;
  /** Now, ISO. */
  readonly nu: string;
}

/** How a meeting stands, in words. */
function laget({ installt, avslutat, borjar, utanSvar, arenden, stanger }: Kalendermote, idag: string, nu: string) {
  const word = (typ: MarkeTyp, text: string) => ({ typ, text });
  if (installt) return word('neutral', 'Inställt');
  if (avslutat) return word('success', 'Protokollet är stängt');
  if (borjar > nu)
    return idag > stanger ? word('info', 'Dagordningen är stängd') : word('neutral', 'Dagordningen är öppen');
  if (utanSvar > 0) return word('warning', `${utanSvar} utan rekommendation`);
  return arenden === 0 ? word('neutral', 'Inga ärenden') : word('warning', 'Protokollet är inte stängt');
}

function Motestabell({
  id,
  caption,
  moten,
  idag,
  nu,
  tomt,
}: {
  id: string;
  caption: string;
  moten: readonly Kalendermote[];
  tomt: string;
} & Pick<MotenPageProps, 'idag' | 'nu'>): VNode {
  return (
    <Tabell
      id={id}
      caption={caption}
      doldCaption
      rows={moten}
      rowKey={({ teamId, borjar }) => `${teamId}-${borjar}`}
      empty={<p>{tomt}</p>}
      columns={[
        {
          rubrik: 'Möte',
          radrubrik: true,
          cell: (mote) =>
            mote.id === undefined ? (
              formatTidpunkt(mote.borjar)
            ) : (
              <SakerLank href={`/moten/${mote.id}`}>{formatTidpunkt(mote.borjar)}</SakerLank>
            ),
        },
        { rubrik: 'Team', cell: ({ team, insats }) => `${team}, ${insats}` },
        {
          rubrik: 'Ärenden',
          cell: ({ arenden, platser }) => (platser === undefined ? String(arenden) : `${arenden} av ${platser}`),
        },
        { rubrik: 'Dagordningen stänger', cell: ({ stanger }) => formatDatum(stanger) },
        {
          rubrik: 'Läge',
          cell: (mote) => {
            const { typ, text } = laget(mote, idag, nu);
            return <Marke typ={typ}>{text}</Marke>;
          },
        },
      ]}
    />
  );
}

/** `/moten`: the coming and past meetings of the teams that a person sits in or leads. */
export function MotenPage({ ram, kalender, sida, idag, nu }: MotenPageProps): VNode {
  const { kommande, tidigare, antalTidigare } = kalender;
  return (
    <Sida {...ram} titel="Möten">
      <Sidhuvud rubrik="Möten" ingress="Ditt teams möten. Ett möte kan öppnas när ni har kallats till det." />
      <Kort rubrik="Kommande möten">
        <Motestabell
          id="kommande"
          caption="Kommande möten"
          moten={kommande}
          idag={idag}
          nu={nu}
          tomt="Inga möten är planerade."
        />
      </Kort>
      <Kort rubrik="Tidigare möten">
        <Motestabell
          id="tidigare"
          caption="Tidigare möten"
          moten={tidigare}
          idag={idag}
          nu={nu}
          tomt="Inget möte har hållits än."
        />
        <Paginering
          sida={sida}
          antalSidor={Math.ceil(antalTidigare / TIDIGARE_PER_SIDA)}
          href={(nr) => `/moten?sida=${nr}`}
          etikett="Sidor med tidigare möten"
        />
      </Kort>
    </Sida>
  );
}
