import type { ComponentChildren, VNode } from 'preact';
import { Datum } from '../datum.js';
import { formatDatum, formatIso, formatRelativ } from '../format.js';

export interface Handelse {
  id: string;
  /** `ÅÅÅÅ-MM-DD`, or an instant (ISO text or Date), which then shows the time too. */
  tid: string | Date;
  rubrik: string;
  text?: ComponentChildren;
  /** Who did it. */
  av?: string;
}

export interface TidslinjeProps {
  /** What is to come: timers and deadlines. */
  planerade?: readonly Handelse[];
  /** What has happened. */
  handelser: readonly Handelse[];
  /** Today by the application's clock. */
  idag: string | Date;
}

function hasTime({ tid }: Handelse): boolean {
  return tid instanceof Date || tid.includes('T');
}

function sortKey({ tid }: Handelse): string {
  return tid instanceof Date ? tid.toISOString() : tid;
}

/** Latest on top both above and below the line of today, so that time runs one way through the whole. */
function latestFirst(items: readonly Handelse[]): Handelse[] {
  return items.toSorted((a, b) => (sortKey(a) < sortKey(b) ? 1 : sortKey(a) > sortKey(b) ? -1 : 0));
}

function Punkt({ handelse, idag, planerad }: { handelse: Handelse; idag: string | Date; planerad: boolean }): VNode {
  return (
    <li class={`tidslinje__punkt${planerad ? ' tidslinje__punkt--planerad' : ''}`}>
      <p class="tidslinje__tid">
        <Datum varde={handelse.tid} format={!planerad && hasTime(handelse) ? 'tid' : 'text'} />
        {planerad && <span> – {formatRelativ(handelse.tid, idag)}</span>}
      </p>
      <p class="tidslinje__rubrik">{handelse.rubrik}</p>
      {handelse.text && <div class="tidslinje__text">{handelse.text}</div>}
      {handelse.av && <p class="tidslinje__av">{handelse.av}</p>}
    </li>
  );
}

/** Planned above the line "I dag", what happened below it, newest first. Sorts by itself. */
export function Tidslinje({ planerade = [], handelser, idag }: TidslinjeProps): VNode {
  return (
    <div class="tidslinje">
      {planerade.length > 0 && (
        <>
          <h3 class="tidslinje__del">Planerat</h3>
          <ol class="tidslinje__lista">
            {latestFirst(planerade).map((one) => (
              <Punkt key={one.id} handelse={one} idag={idag} planerad />
            ))}
          </ol>
        </>
      )}
      <h3 class="tidslinje__idag">
        <span>
          I dag, <time datetime={formatIso(idag)}>{formatDatum(idag)}</time>
        </span>
      </h3>
      {handelser.length > 0 ? (
        <ol class="tidslinje__lista">
          {latestFirst(handelser).map((one) => (
            <Punkt key={one.id} handelse={one} idag={idag} planerad={false} />
          ))}
        </ol>
      ) : (
        <p class="dampad">Inget har hänt ännu.</p>
      )}
    </div>
  );
}
