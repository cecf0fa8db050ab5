import type { VNode } from 'preact';
import { Paginering } from '../../components/paginering.js';
import type { Sidram } from '../../http/page-frame.js';
import { SPAR_PER_SIDA, type Sparsida } from '../../queries/spar.js';
import { Spartabell } from '../spar/tabell.js';
import { ArendeRam } from './ram.js';
import type { Arendevy } from './vy.js';

export interface LoggPageProps {
  readonly vy: Arendevy;
  readonly spar: Sparsida;
  readonly sida: number;
  readonly ram: Sidram;
}

/** Who has read the case and done what in it, for who leads the insats. */
export function LoggPage({ vy, spar, sida, ram }: LoggPageProps): VNode {
  return (
    <ArendeRam vy={vy} flik="logg" ram={ram}>
      <p>Här står alla som har läst ärendet eller gjort något i det. Att du läser loggen står också här.</p>
      <Spartabell spar={spar} caption="Logg, det senaste överst" />
      <Paginering
        sida={sida}
        antalSidor={Math.ceil(spar.antal / SPAR_PER_SIDA)}
        href={(nr) => `/arenden/${vy.arende.nummer}/logg?sida=${nr}`}
        etikett="Sidor i loggen"
      />
    </ArendeRam>
  );
}
