import type { ComponentChildren, VNode } from 'preact';
import { Ikon } from './ikon.js';

export interface TomtLageProps {
  rubrik: string;
  niva?: 2 | 3;
  /** Why it is empty and what to do. */
  children?: ComponentChildren;
  /** The button or link that does it. */
  atgard?: ComponentChildren;
}

/** What stands where a list would be when there is nothing in it. */
export function TomtLage({ rubrik, niva = 2, children, atgard }: TomtLageProps): VNode {
  const Heading = niva === 2 ? 'h2' : 'h3';
  return (
    <div class="tomt">
      <Ikon namn="tom" class="tomt__ikon" />
      <Heading class="tomt__rubrik">{rubrik}</Heading>
      {children && <div class="tomt__text">{children}</div>}
      {atgard && <div class="tomt__atgard">{atgard}</div>}
    </div>
  );
}
