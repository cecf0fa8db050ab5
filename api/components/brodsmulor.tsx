import type { VNode } from 'preact';
import { SakerLank } from './saker-lank.js';

/** A page on the way up. */
export interface Brodsmula {
  readonly href: string;
  readonly text: string;
}

export interface BrodsmulorProps {
  lankar: readonly Brodsmula[];
  /** The page the reader is on; not a link. */
  har: string;
}

/** The way back up: from the start to the page one is on. */
export function Brodsmulor({ lankar, har }: BrodsmulorProps): VNode {
  return (
    <nav class="brodsmulor" aria-label="Brödsmulor">
      <ol>
        {lankar.map((lank) => (
          <li key={lank.href}>
            <SakerLank href={lank.href}>{lank.text}</SakerLank>
          </li>
        ))}
        <li>
          <span aria-current="page">{har}</span>
        </li>
      </ol>
    </nav>
  );
}
