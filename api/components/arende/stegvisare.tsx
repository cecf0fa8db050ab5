import type { VNode } from 'preact';
import { SakerLank } from '../saker-lank.js';

export interface StegvisareProps {
  /** Steps in order; one with `href` can be gone back to. */
  steg: readonly { text: string; href?: string }[];
  /** The step the page is on, from 1. */
  aktuellt: number;
}

function stepState(number: number, aktuellt: number): 'klart' | 'aktuellt' | 'kommande' {
  if (number < aktuellt) return 'klart';
  return number === aktuellt ? 'aktuellt' : 'kommande';
}

/** Where in a form of several pages one is. On a narrow screen only "Steg 2 av 6" with its bar. */
export function Stegvisare({ steg, aktuellt }: StegvisareProps): VNode {
  const now = steg[aktuellt - 1];
  return (
    <nav class="stegvisare" aria-label="Formulärets steg">
      <p class="stegvisare__text">
        Steg {aktuellt} av {steg.length}
        {now && <span class="stegvisare__namn">: {now.text}</span>}
      </p>
      <ol class="stegvisare__lista">
        {steg.map((one, index) => {
          const state = stepState(index + 1, aktuellt);
          return (
            <li key={one.text} class={`stegvisare__steg stegvisare__steg--${state}`}>
              {one.href && state !== 'aktuellt' ? (
                <SakerLank href={one.href}>{one.text}</SakerLank>
              ) : (
                <span aria-current={state === 'aktuellt' ? 'step' : undefined}>{one.text}</span>
              )}
              {state === 'klart' && <span class="sr-only"> (klart)</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
