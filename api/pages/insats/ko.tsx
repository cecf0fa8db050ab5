import type { VNode } from 'preact';
import { Datum, Frist } from '../../components/datum.js';
import { Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Marke } from '../../components/marke.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import type { Insatshuvud } from '../../queries/insats.js';
import type { Korad } from '../../queries/insatsplatser.js';
import { Arendenummer } from './arendenummer.js';

interface KoProps {
  readonly insats: Insatshuvud;
  readonly rader: readonly Korad[];
  /** The ärenden that the reader may open. */
  readonly lasbara: ReadonlySet<string>;
  readonly leda: boolean;
  readonly idag: string;
}

const prioritet = ({ synlig, tur, regelpoang, prioritetSkal }: Korad): string => {
  if (!synlig) return '';
  if (tur !== undefined) return `Tur ${tur} för hand${prioritetSkal ? `: ${prioritetSkal}` : ''}`;
  return regelpoang > 0 ? `${regelpoang} poäng enligt profilen` : 'Efter beslutsdatum';
};

const columns = ({ rader, lasbara, leda, idag }: KoProps): Kolumn<Korad>[] => [
  { rubrik: 'Plats', align: 'right', cell: (rad) => rader.indexOf(rad) + 1 },
  {
    rubrik: 'Ärende',
    radrubrik: true,
    cell: ({ nummer }) => <Arendenummer nummer={nummer} lasbara={lasbara} />,
  },
  { rubrik: 'Beslut', obruten: true, cell: ({ synlig, beslutsdatum }) => synlig && <Datum varde={beslutsdatum} /> },
  { rubrik: 'Turordning', cell: prioritet },
  {
    rubrik: 'Erbjudande',
    cell: ({ synlig, erbjuden, senast, missar }) => {
      if (!synlig) return '';
      if (erbjuden) return senast ? <Frist senast={senast} idag={idag} /> : <Marke typ="info">Erbjuds nu</Marke>;
      return missar > 0 ? `Inte nådd ${missar} ${missar === 1 ? 'gång' : 'gånger'}` : 'Väntar';
    },
  },
  ...(leda
    ? [
        {
          rubrik: 'Ändra',
          doldRubrik: true,
          cell: ({ synlig, nummer }: Korad) =>
            synlig && (
              <Lankknapp liten href={`/arenden/${nummer}/beslut/koprioritet`}>
                Ändra turen<span class="sr-only"> för {nummer}</span>
              </Lankknapp>
            ),
        },
      ]
    : []),
];

/** The queue in its order, with what is offered. */
export function Ko(props: KoProps): VNode {
  const { insats, rader, leda } = props;
  return (
    <Kort rubrik="Kö" niva={2}>
      <Tabell
        id="ko"
        caption="De som väntar på plats, i turordning"
        rows={rader}
        rowKey={({ arendeId }) => arendeId}
        empty={<p>Ingen väntar på plats.</p>}
        columns={columns(props)}
      />
      {leda && rader.length > 0 && (
        <Knapprad>
          <Lankknapp href={`/insatser/${insats.kod}/beslut/koversyn`}>Registrera översyn</Lankknapp>
        </Knapprad>
      )}
    </Kort>
  );
}
