import type { VNode } from 'preact';
import { dagarMellan, formatDatum } from '../format.js';
import { Tabell } from '../tabell.js';

export interface Skattningspunkt {
  readonly beslutId: string;
  /** `ÅÅÅÅ-MM-DD`. */
  readonly datum: string;
  /** 1 to 5. */
  readonly steg: number;
}

export interface TrappaLinjeProps {
  /** The earliest first. */
  readonly skattningar: readonly Skattningspunkt[];
  /** The five steps by name, lowest first. */
  readonly namn: readonly string[];
}

const WIDTH = 320;
const HEIGHT = 132;
const LEFT = 24;
const RIGHT = WIDTH - 12;
const TOP = 12;
const STEP_HEIGHT = 24;
const STEPS = [5, 4, 3, 2, 1] as const;

const heightOf = (steg: number): number => TOP + (5 - steg) * STEP_HEIGHT;

/** Each rating's place from left to right, by its day; one alone stands in the middle. */
function places(skattningar: readonly Skattningspunkt[]): readonly { id: string; x: number; y: number }[] {
  const first = skattningar[0]?.datum ?? '';
  const days = dagarMellan(first, skattningar.at(-1)?.datum ?? first);
  return skattningar.map(({ beslutId, datum, steg }) => ({
    id: beslutId,
    x: days === 0 ? (LEFT + RIGHT) / 2 : LEFT + (dagarMellan(first, datum) / days) * (RIGHT - LEFT),
    y: heightOf(steg),
  }));
}

function Bild({ skattningar }: Pick<TrappaLinjeProps, 'skattningar'>): VNode {
  const points = places(skattningar);
  const steps = skattningar.map(({ steg }) => steg).join(', ');
  return (
    <svg
      class="trappa__bild"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Skattningar i tidsordning: steg ${steps}`}
    >
      {STEPS.map((steg) => (
        <g key={steg}>
          <text class="trappa__tal" x={4} y={heightOf(steg) + 4}>
            {steg}
          </text>
          <line class="trappa__steg" x1={LEFT} x2={RIGHT} y1={heightOf(steg)} y2={heightOf(steg)} />
        </g>
      ))}
      <polyline class="trappa__linje" points={points.map(({ x, y }) => `${x.toFixed(1)},${y}`).join(' ')} />
      {points.map(({ id, x, y }) => (
        <circle key={id} class="trappa__punkt" cx={x.toFixed(1)} cy={y} r={5} />
      ))}
    </svg>
  );
}

/** The self-ratings on the five-step ladder: a line that shows the way, and the table that says the same in words. */
export function TrappaLinje({ skattningar, namn }: TrappaLinjeProps): VNode | null {
  if (skattningar.length === 0) return null;
  return (
    <div class="trappa">
      <Bild skattningar={skattningar} />
      <Tabell
        id="trappan"
        caption="Deltagarens egna skattningar, den första överst"
        doldCaption
        rows={skattningar}
        rowKey={({ beslutId }) => beslutId}
        columns={[
          { rubrik: 'Datum', cell: ({ datum }) => formatDatum(datum), obruten: true, radrubrik: true },
          { rubrik: 'Steg', cell: ({ steg }) => `${steg}. ${namn[steg - 1] ?? ''}` },
        ]}
      />
    </div>
  );
}
