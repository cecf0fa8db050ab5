import type { VNode } from 'preact';
import { Meddelande } from './meddelande.js';

interface ArendeutfallProps {
  /** What became of each ärende; nothing is shown when there are none. */
  readonly rader: readonly { readonly nummer: string; readonly gjort: boolean; readonly mening: string }[];
  /** The heading when all of them went as asked. */
  readonly rubrik: string;
}

/** What became of several ärenden that were moved in one form. */
export function Arendeutfall({ rader, rubrik }: ArendeutfallProps): VNode | null {
  if (rader.length === 0) return null;
  const alla = rader.every(({ gjort }) => gjort);
  return (
    <Meddelande typ={alla ? 'success' : 'warning'} rubrik={alla ? rubrik : 'Alla ärenden kunde inte flyttas'} nytt>
      <ul>
        {rader.map(({ nummer, mening }) => (
          <li key={nummer}>
            {nummer}: {mening}
          </li>
        ))}
      </ul>
    </Meddelande>
  );
}
