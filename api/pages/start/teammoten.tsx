import type { VNode } from 'preact';
import { Datum } from '../../components/datum.js';
import { Marke } from '../../components/marke.js';
import { Kort } from '../../components/kort.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell } from '../../components/tabell.js';
import type { Motesarende } from '../../queries/teammoten.js';

/** What a representative prepares: the ärenden of her team's coming meetings, also when the yttrande is given. */
export function Teammoten({ arenden }: { arenden: readonly Motesarende[] }): VNode {
  return (
    <Kort rubrik="Ärenden på teamets möten">
      <Tabell
        id="teammoten"
        caption="Ärenden på teamets kommande möten"
        doldCaption
        rows={arenden}
        rowKey={({ nummer, borjar }) => `${nummer}-${borjar.toISOString()}`}
        columns={[
          {
            rubrik: 'Ärende',
            radrubrik: true,
            obruten: true,
            cell: ({ nummer }) => <SakerLank href={`/arenden/${nummer}`}>{nummer}</SakerLank>,
          },
          { rubrik: 'Insats', cell: ({ insats }) => insats },
          { rubrik: 'Möte', cell: ({ borjar }) => <Datum varde={borjar} format="tid" /> },
          {
            rubrik: 'Ert yttrande',
            cell: ({ yttrandeLamnat }) => (
              <Marke typ={yttrandeLamnat ? 'success' : 'warning'}>{yttrandeLamnat ? 'Lämnat' : 'Inte lämnat'}</Marke>
            ),
          },
        ]}
        empty={<p>Inget ärende står på ett kommande möte.</p>}
      />
      <p>
        <SakerLank href="/moten">Se teamets möten och dagordningar</SakerLank>
      </p>
    </Kort>
  );
}
