import type { VNode } from 'preact';
import type { MarkeTyp } from './marke.js';
import { Marke } from './marke.js';
import { dagarMellan, formatDatum, formatIso, formatTidKvar, formatTidpunkt } from './format.js';

export interface DatumProps {
  /** `ÅÅÅÅ-MM-DD` or an instant (ISO text or Date); shown in Swedish time. */
  varde: string | Date;
  /** `text`: fre 27 nov 2026 · `iso`: 2026-11-27, for tables · `tid`: 27 nov 2026 kl. 14.05. */
  format?: 'text' | 'iso' | 'tid';
}

/** A date that machines can read too. Throws RangeError for what is no date. */
export function Datum({ varde, format = 'text' }: DatumProps): VNode {
  const machine = format === 'tid' && varde instanceof Date ? varde.toISOString() : undefined;
  const write = { text: formatDatum, iso: formatIso, tid: formatTidpunkt }[format];
  const attribute = machine ?? (format === 'tid' && typeof varde === 'string' ? varde : formatIso(varde));
  return (
    <time class="datum" datetime={attribute}>
      {write(varde)}
    </time>
  );
}

const SOON_DAYS = 3;

export interface FristProps {
  /** Last day, `ÅÅÅÅ-MM-DD` or an instant. */
  senast: string | Date;
  /** Today by the application's clock, never the browser's. */
  idag: string | Date;
}

/** A deadline in a table: the date, and how much is left of it in words. */
export function Frist({ senast, idag }: FristProps): VNode {
  const left = dagarMellan(idag, senast);
  const typ: MarkeTyp = left < 0 ? 'error' : left <= SOON_DAYS ? 'warning' : 'neutral';
  return (
    <span class="frist">
      <Datum varde={senast} format="iso" /> <Marke typ={typ}>{formatTidKvar(senast, idag)}</Marke>
    </span>
  );
}
