import type { ComponentChildren, VNode } from 'preact';
import { SakerLank } from './saker-lank.js';

export interface DefinitionsRad {
  term: string;
  /** Left out or empty: "Inte ifyllt". */
  varde?: ComponentChildren;
  /** Link to change the answer; `vad` completes "Ändra …" for those who only hear the link. */
  andra?: { href: string; vad?: string };
}

function isEmpty(value: ComponentChildren): boolean {
  return value === undefined || value === null || value === false || value === '';
}

/** Names and values, for "check your answers" and facts of a case. Line breaks in plain text are kept. */
export function Definitionslista({ rader }: { rader: readonly DefinitionsRad[] }): VNode {
  return (
    <dl class="deflista">
      {rader.map((rad) => (
        <div class="deflista__rad" key={rad.term}>
          <dt>{rad.term}</dt>
          <dd>{isEmpty(rad.varde) ? <span class="dampad">Inte ifyllt</span> : rad.varde}</dd>
          {rad.andra && (
            <dd class="deflista__andra">
              <SakerLank href={rad.andra.href}>
                Ändra<span class="sr-only"> {rad.andra.vad ?? rad.term.toLocaleLowerCase('sv')}</span>
              </SakerLank>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
