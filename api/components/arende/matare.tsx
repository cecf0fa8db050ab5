import type { ComponentChildren, VNode } from 'preact';
import { formatDagar, formatTal } from '../format.js';

export interface MatareProps {
  /** Days used. */
  anvanda: number;
  /** Days in all; absent when the insats has no limit. */
  totalt?: number;
  /** More lines below: paus, end date. */
  children?: ComponentChildren;
}

const SOON_SHARE = 0.75;

function barState(used: number, total: number): 'lugn' | 'snart' | 'over' {
  if (used > total) return 'over';
  return used / total >= SOON_SHARE ? 'snart' : 'lugn';
}

function Stapel({ used, total }: { used: number; total: number }): VNode {
  const share = total > 0 ? Math.min(100, (used / total) * 100) : 100;
  return (
    <svg
      class={`matare__stapel matare__stapel--${barState(used, total)}`}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      width="100"
      height="10"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="matare__botten" width="100" height="10" />
      <rect class="matare__fyllning" width={share.toFixed(1)} height="10" />
    </svg>
  );
}

/** How much of the time budget is used. The figures are the message; the bar is drawn beside them. */
export function Matare({ anvanda, totalt, children }: MatareProps): VNode {
  const over = totalt === undefined ? 0 : anvanda - totalt;
  return (
    <div class="matare">
      <p class="matare__tal">
        <strong>{formatTal(anvanda)}</strong>
        {totalt === undefined ? ` ${anvanda === 1 ? 'dag' : 'dagar'} i insatsen` : ` av ${formatDagar(totalt)}`}
        {over > 0 && <span class="matare__over"> – {formatDagar(over)} över tiden</span>}
      </p>
      {totalt !== undefined && <Stapel used={anvanda} total={totalt} />}
      {children && <div class="matare__text">{children}</div>}
    </div>
  );
}
