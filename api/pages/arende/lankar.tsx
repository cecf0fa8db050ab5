import type { VNode } from 'preact';
import { faser } from '../../../domain/faser.js';
import { Kort } from '../../components/kort.js';
import { SakerLank } from '../../components/saker-lank.js';
import type { Arendelankvy } from '../../queries/arendelankar.js';
import { ord } from './ord.js';

const varfor = ({ slag, fore }: Arendelankvy): string => {
  if (slag === 'annan_insats') return fore ? 'skickat vidare hit' : 'hit skickades det här ärendet vidare';
  return fore ? 'samma person, tidigare' : 'samma person, senare';
};

/** Other ärenden that belong together with this one; nothing at all when the reader may read none. */
export function ArendelankarKort({ lankar }: { lankar: readonly Arendelankvy[] }): VNode | null {
  if (lankar.length === 0) return null;
  return (
    <Kort rubrik="Hör ihop med">
      <ul>
        {lankar.map((lank) => (
          <li key={lank.nummer}>
            <SakerLank href={`/arenden/${lank.nummer}`}>{lank.nummer}</SakerLank>, {lank.insats} ({ord(faser, lank.fas)}
            ): {varfor(lank)}
          </li>
        ))}
      </ul>
    </Kort>
  );
}
