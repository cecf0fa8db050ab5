import type { VNode } from 'preact';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { formatTidpunkt } from '../../components/format.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import { DELTAR_INTE, slagord, tidsrymd, type Motesvy } from './vy.js';

/** The agenda to print and put on the table: times, numbers and who leaves the room; no names and no texts. */
export function DagordningPage({ vy, ram }: { vy: Motesvy; ram: Sidram }): VNode {
  const { mote, punkter } = vy;
  const rubrik = 'Dagordning';
  return (
    <Sida
      {...ram}
      visar={{ nummer: vy.punkter.flatMap(({ synlig }) => synlig?.nummer ?? []), visning: 'arende' }}
      titel={`Dagordning ${formatTidpunkt(mote.borjar)}`}
      smal
      brodsmulor={
        <Brodsmulor
          lankar={[
            { href: '/moten', text: 'Möten' },
            { href: `/moten/${mote.id}`, text: formatTidpunkt(mote.borjar) },
          ]}
          har={rubrik}
        />
      }
    >
      <div class="utskrift">
        <Sidhuvud
          rubrik={rubrik}
          overrubrik={`${mote.team} · ${mote.insats}`}
          ingress={formatTidpunkt(mote.borjar)}
          atgarder={
            <button type="button" class="button button--secondary" data-skriv-ut hidden>
              Skriv ut
            </button>
          }
        />
        <Tabell
          id="dagordning"
          caption="Dagordning"
          doldCaption
          rows={punkter}
          rowKey={({ plats }) => String(plats)}
          empty={<p>Inget står på dagordningen.</p>}
          columns={[
            { rubrik: 'Nr', cell: ({ plats }) => String(plats), obruten: true },
            { rubrik: 'Tid', cell: tidsrymd, obruten: true },
            { rubrik: 'Ärende', radrubrik: true, cell: ({ synlig }) => synlig?.nummer ?? DELTAR_INTE },
            { rubrik: 'Slag', cell: ({ synlig, slag }) => (synlig ? slagord[slag] : '–') },
            {
              rubrik: 'Lämnar rummet',
              cell: ({ synlig }) => (synlig ? synlig.lamnar.join('; ') || 'Ingen' : 'Du'),
            },
          ]}
        />
      </div>
    </Sida>
  );
}
