import type { ComponentChildren, VNode } from 'preact';
import { Ikon } from './ikon.js';

/** Bar above the page in an installation with a simulated clock: what it is, which day it is, and buttons to go on. */
export function Demorad({ datum, children }: { datum: string; children?: ComponentChildren }): VNode {
  return (
    <section class="demorad" aria-label="Demonstration">
      <div class="demorad__inre bredd">
        <p class="demorad__text">
          <Ikon namn="klocka" /> Demonstration. I demon är det <strong>{datum}</strong>.
        </p>
        {children && <div class="demorad__knappar">{children}</div>}
      </div>
    </section>
  );
}
