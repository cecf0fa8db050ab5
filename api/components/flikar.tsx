import type { VNode } from 'preact';
import { SakerLank } from './saker-lank.js';

export interface FlikarProps {
  /** What the tabs divide, read out before them. */
  etikett: string;
  flikar: readonly { href: string; text: string; antal?: number }[];
  /** `href` of the tab that is shown. */
  aktiv: string;
}

/** Views of the same thing, as links: each has its own address and works without scripts. */
export function Flikar({ etikett, flikar, aktiv }: FlikarProps): VNode {
  return (
    <nav class="flikar" aria-label={etikett}>
      <ul>
        {flikar.map((flik) => (
          <li key={flik.href}>
            <SakerLank href={flik.href} class="flikar__lank" current={flik.href === aktiv ? 'page' : undefined}>
              {flik.text}
              {flik.antal !== undefined && (
                <span class="antal">
                  <span class="sr-only">, </span>
                  {flik.antal}
                </span>
              )}
            </SakerLank>
          </li>
        ))}
      </ul>
    </nav>
  );
}
