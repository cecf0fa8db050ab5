import type { VNode } from 'preact';
import type { Anteckningstrad } from '../../../domain/anteckning.js';
import { formatDatum, formatTidpunkt } from '../../components/format.js';
import type { Sidram } from '../../http/page-frame.js';
import type { LastAnteckning } from '../../queries/anteckningar.js';
import { anteckningsrubrik } from './anteckningar.js';
import { forsText } from './fors.js';
import { personnamn } from './namn.js';
import { Utskrift } from './utskrift.js';
import type { Arendevy } from './vy.js';

interface Props {
  readonly vy: Arendevy;
  readonly tradar: readonly Anteckningstrad<LastAnteckning>[];
  readonly ram: Sidram;
}

/** The notes as they stand, on a plain page to print or copy from, the oldest first as in a journal. */
export function AnteckningsutskriftPage({ vy, tradar, ram }: Props): VNode {
  return (
    <Utskrift
      vy={vy}
      ram={ram}
      flik="anteckningar"
      rubrik={`Anteckningar för ${personnamn(vy.arende)}`}
      ingress={`${forsText(vy.arende.profil, 'anteckning')} Utskriven ${formatDatum(vy.idag)}.`}
    >
      {tradar.toReversed().map(({ gallande, tidigare }) => (
        <section key={gallande.id}>
          <h2>{anteckningsrubrik(gallande)}</h2>
          <p class="fritext">{gallande.text}</p>
          <p>
            {gallande.av}, {formatTidpunkt(gallande.skapad)}
            {tidigare.length > 0 && ' (rättad)'}
          </p>
        </section>
      ))}
    </Utskrift>
  );
}
