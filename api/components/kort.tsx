import type { ComponentChildren, VNode } from 'preact';
import { formatTal } from './format.js';
import { SakerLank } from './saker-lank.js';

export interface KortProps {
  rubrik?: string;
  niva?: 2 | 3;
  /** A link or button beside the heading. */
  atgard?: ComponentChildren;
  children: ComponentChildren;
}

/** A framed part of a page. */
export function Kort({ rubrik, niva = 2, atgard, children }: KortProps): VNode {
  const Heading = niva === 2 ? 'h2' : 'h3';
  return (
    <section class="kort">
      {(rubrik || atgard) && (
        <div class="kort__huvud">
          {rubrik && <Heading class="kort__rubrik">{rubrik}</Heading>}
          {atgard}
        </div>
      )}
      {children}
    </section>
  );
}

/** Parts side by side: a wide one and a narrow one, or equal ones. Below each other on a narrow screen. */
export function Kolumner({
  typ = 'lika',
  children,
}: {
  typ?: 'lika' | 'bred-smal';
  children: ComponentChildren;
}): VNode {
  return <div class={`kolumner kolumner--${typ}`}>{children}</div>;
}

export interface Nyckeltal {
  rubrik: string;
  varde: number | string;
  /** A word after the value: dagar, %. */
  enhet?: string;
  /** A line below: what it is compared with, or what it leaves out. */
  text?: string;
  href?: string;
  /** Needs attention: a coloured edge, beside the words. */
  typ?: 'varning' | 'fel';
}

function NyckeltalKort({ tal }: { tal: Nyckeltal }): VNode {
  return (
    <li class={`nyckeltal${tal.typ ? ` nyckeltal--${tal.typ}` : ''}`}>
      <p class="nyckeltal__rubrik">{tal.href ? <SakerLank href={tal.href}>{tal.rubrik}</SakerLank> : tal.rubrik}</p>
      <p class="nyckeltal__varde">
        {typeof tal.varde === 'number' ? formatTal(tal.varde) : tal.varde}
        {tal.enhet && <span class="nyckeltal__enhet"> {tal.enhet}</span>}
      </p>
      {tal.text && <p class="nyckeltal__text">{tal.text}</p>}
    </li>
  );
}

/** A row of figures; each may lead to the list behind it. */
export function NyckeltalRad({ tal }: { tal: readonly Nyckeltal[] }): VNode {
  return (
    <ul class="nyckeltal-rad">
      {tal.map((one) => (
        <NyckeltalKort key={one.rubrik} tal={one} />
      ))}
    </ul>
  );
}
