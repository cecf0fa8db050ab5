import type { VNode } from 'preact';
import { roller } from '../../../domain/koder.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import { AVISERINGAR } from './aviseringar.js';
import { EGEN_KALENDER } from './kalender.js';
import type { Sidram } from '../../http/page-frame.js';
import type { InloggadAnvandare } from '../../login/current-user.js';
import type { EgenRoll } from '../../queries/mig.js';
import { EGEN_FRANVARO } from '../franvaro/egen.js';
import { Inloggningar, type InloggningarProps } from './inloggningar.js';

const COLUMNS: readonly Kolumn<EgenRoll>[] = [
  {
    rubrik: 'Roll',
    radrubrik: true,
    cell: ({ roll, ersattare }) => `${roller[roll]}${ersattare ? ' (ersättare)' : ''}`,
  },
  { rubrik: 'Gäller', cell: ({ galler }) => galler ?? 'Alla insatser' },
];

export interface MigPageProps {
  ram: Sidram;
  anvandare: InloggadAnvandare;
  egna: readonly EgenRoll[];
  /** The part of the person's verksamhet, in the förbund's words. */
  part: string;
  inloggningar: Omit<InloggningarProps, 'csrf'>;
}

/** `/mig`: who I am here, and by which roles. */
export function MigPage({ ram, anvandare, egna, part, inloggningar }: MigPageProps): VNode {
  const { namn, epost, titel, verksamhet } = anvandare;
  return (
    <Sida {...ram} titel="Min profil" smal>
      <Sidhuvud rubrik="Min profil" ingress="Så känner Remissflöde igen dig." />
      <Definitionslista
        rader={[
          { term: 'Namn', varde: namn },
          ...(titel ? [{ term: 'Titel', varde: titel }] : []),
          { term: 'E-post', varde: epost },
          { term: 'Verksamhet', varde: verksamhet.namn },
          { term: 'Part', varde: part },
        ]}
      />
      <Tabell
        id="roller"
        caption="Mina roller"
        columns={COLUMNS}
        rows={egna}
        rowKey={({ roll, galler, ersattare }) => `${roll}/${galler ?? ''}/${ersattare ? 'e' : 'o'}`}
        empty={<TomtLage rubrik="Du har ingen roll än">Kontakta förvaltaren i din organisation.</TomtLage>}
      />
      <p>Stämmer något inte? Kontakta förvaltaren i din organisation.</p>
      <h2>Inställningar</h2>
      <ul>
        <li>
          <SakerLank href={AVISERINGAR}>Välj vilka mejl du får</SakerLank>
        </li>
        <li>
          <SakerLank href={EGEN_KALENDER}>Se möten och sista dagar i din kalender</SakerLank>
        </li>
        <li>
          <SakerLank href={EGEN_FRANVARO}>Lägg in frånvaro och välj ersättare</SakerLank>
        </li>
      </ul>
      <Inloggningar csrf={ram.csrf} {...inloggningar} />
    </Sida>
  );
}
