import type { ComponentChildren, VNode } from 'preact';
import { Datum } from '../datum.js';
import { formatDatum, formatIso, formatRelativ } from '../format.js';
import { Utfallbar } from '../utfallbar.js';

export interface Handelse {
  id: string;
  /** `ÅÅÅÅ-MM-DD`, or an instant (ISO text or Date), which then shows the time too. */
  tid: string | Date;
  rubrik: string;
  text?: ComponentChildren;
  /** Who did it. */
  av?: string;
  /** A reminder: several after each other are folded into one line. */
  paminnelse?: boolean;
}

export interface TidslinjeProps {
  /** What is to come: timers and deadlines. */
  planerade?: readonly Handelse[];
  /** What has happened. */
  handelser: readonly Handelse[];
  /** Today by the application's clock. */
  idag: string | Date;
}

/** More than this has happened: month by month, the older months folded in. */
const MANADSVIS = 20;
/** Months that stand open, the latest ones. */
const OPPNA_MANADER = 3;

const manadFormat = new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'Europe/Stockholm' });

/** `2026-11` as a heading, `November 2026`. */
function manadsnamn(manad: string): string {
  const text = manadFormat.format(new Date(`${manad}-15T12:00:00Z`));
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
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

/** Entries that follow each other in a list: one alone, or reminders that are folded together. */
function runs(handelser: readonly Handelse[]): Handelse[][] {
  const found: Handelse[][] = [];
  for (const one of handelser) {
    const last = found.at(-1);
    if (one.paminnelse && last?.[0]?.paminnelse) last.push(one);
    else found.push([one]);
  }
  return found;
}

function Lista({ handelser, idag }: { handelser: readonly Handelse[]; idag: string | Date }): VNode {
  return (
    <ol class="tidslinje__lista">
      {runs(handelser).map((run) => {
        const [first] = run;
        if (!first) return null;
        if (run.length === 1) return <Punkt key={first.id} handelse={first} idag={idag} planerad={false} />;
        return (
          <li key={first.id} class="tidslinje__punkt">
            <Utfallbar rubrik={`${run.length} påminnelser`}>
              <ol class="tidslinje__lista">
                {run.map((one) => (
                  <Punkt key={one.id} handelse={one} idag={idag} planerad={false} />
                ))}
              </ol>
            </Utfallbar>
          </li>
        );
      })}
    </ol>
  );
}

function months(handelser: readonly Handelse[]): [manad: string, handelser: Handelse[]][] {
  const found = new Map<string, Handelse[]>();
  for (const one of handelser) {
    const key = formatIso(one.tid).slice(0, 7);
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found];
}

/** The months of a long history, the latest open and the older ones folded in; paper shows them all. */
function Manader({ handelser, idag }: { handelser: readonly Handelse[]; idag: string | Date }): VNode {
  return (
    <div class="tidslinje__manader">
      {months(handelser).map(([manad, own], index) => (
        <Utfallbar key={manad} rubrik={`${manadsnamn(manad)} (${own.length})`} oppen={index < OPPNA_MANADER}>
          <Lista handelser={own} idag={idag} />
        </Utfallbar>
      ))}
    </div>
  );
}

/** Planned above the line "I dag", what happened below it, newest first. Sorts by itself. */
export function Tidslinje({ planerade = [], handelser, idag }: TidslinjeProps): VNode {
  const happened = latestFirst(handelser);
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
      {happened.length === 0 && <p class="dampad">Inget har hänt ännu.</p>}
      {happened.length > 0 && happened.length <= MANADSVIS && <Lista handelser={happened} idag={idag} />}
      {happened.length > MANADSVIS && <Manader handelser={happened} idag={idag} />}
    </div>
  );
}
