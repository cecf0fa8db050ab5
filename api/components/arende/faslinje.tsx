import type { VNode } from 'preact';
import { Ikon } from '../ikon.js';

export type FasLage = 'klar' | 'pagar' | 'kommande' | 'hoppad';

export interface Fas {
  namn: string;
  lage: FasLage;
  /** A short line below: dates, number of days. */
  info?: string;
}

const WORD: Record<FasLage, string> = { klar: 'klar', pagar: 'pågår', kommande: 'kommer', hoppad: 'genomfördes inte' };

/** The case's way through its phases. Two may be going on at once. The state is told in words too. */
export function Faslinje({ faser }: { faser: readonly Fas[] }): VNode {
  return (
    <section aria-label="Ärendets faser">
      <ol class="faslinje">
        {faser.map((fas) => (
          <li
            key={fas.namn}
            class={`faslinje__fas faslinje__fas--${fas.lage}`}
            aria-current={fas.lage === 'pagar' ? 'step' : undefined}
          >
            <span class="faslinje__punkt">{fas.lage === 'klar' && <Ikon namn="bock" />}</span>
            <span class="faslinje__namn">{fas.namn}</span>
            <span class="faslinje__info">
              {fas.lage === 'pagar' ? <strong>Pågår</strong> : <span class="sr-only">{WORD[fas.lage]}</span>}
              {fas.info && (
                <>
                  <span class={fas.lage === 'pagar' ? undefined : 'sr-only'}>, </span>
                  {fas.info}
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
