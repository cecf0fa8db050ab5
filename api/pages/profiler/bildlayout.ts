import { koder } from '../../../domain/koder.js';
import { faser } from '../../../domain/faser.js';
import { ARBETE, type Processbild, type Ruta } from '../../../domain/processbild.js';

/** Sizes of the picture, in its own units; at full size one unit is one pixel. */
const BOX = { bredd: 168, hojd: 40, mellan: 26 } as const;
const LANE = 9;
const MARGIN = 8;

export interface Box {
  readonly id: Ruta;
  readonly namn: string;
  readonly x: number;
  readonly y: number;
  readonly bredd: number;
  readonly hojd: number;
  /** Whether an ärende can be closed here. */
  readonly stangs: boolean;
}

export interface Linje {
  readonly id: string;
  /** An SVG path. */
  readonly d: string;
  readonly bakat: boolean;
  readonly titel: string;
}

export interface Layout {
  readonly bredd: number;
  readonly hojd: number;
  readonly boxar: readonly Box[];
  readonly linjer: readonly Linje[];
}

interface Kant {
  readonly fran: number;
  readonly till: number;
  readonly titel: string;
}

const SLUT = 'stangd';

/** The boxes from top to bottom: the phases in order, the working phases as one. */
function order(bild: Processbild): { id: Ruta; namn: string }[] {
  const arbete: { id: Ruta; namn: string } = {
    id: ARBETE,
    namn: bild.arbetsrutor
      .map(({ namn }) => namn)
      .slice(0, 2)
      .join(' / '),
  };
  const all = [...bild.rutor.map(({ id, namn }) => ({ id: id as Ruta, namn })), arbete];
  const rank = ({ id }: { id: Ruta }) => koder(faser).indexOf(id === ARBETE ? 'process' : id);
  return all.toSorted((a, b) => rank(a) - rank(b));
}

/** Arrows between boxes; closing is told in the box, not by an arrow from almost every one of them. */
function edges(bild: Processbild, boxes: readonly { id: Ruta; namn: string }[]): Kant[] {
  const placeOf = (ruta: Ruta): number => {
    const id = bild.arbetsrutor.some((one) => one.id === ruta) ? ARBETE : ruta;
    return boxes.findIndex((box) => box.id === id);
  };
  const found = new Map<string, Kant>();
  for (const { fran, till, ord } of bild.pilar) {
    const kant = { fran: placeOf(fran), till: placeOf(till), titel: ord.join(', ') };
    if (till === SLUT || kant.fran === kant.till) continue;
    const key = `${kant.fran} ${kant.till}`;
    const earlier = found.get(key);
    found.set(key, { ...kant, titel: earlier ? `${earlier.titel}, ${kant.titel}` : kant.titel });
  }
  return [...found.values()];
}

/** Gives each arrow the nearest lane in which it crosses no other. */
function lanes(kanter: readonly Kant[]): Map<Kant, number> {
  const taken: [number, number][][] = [];
  const result = new Map<Kant, number>();
  const span = ({ fran, till }: Kant): [number, number] => [Math.min(fran, till), Math.max(fran, till)];
  const length = (kant: Kant) => span(kant)[1] - span(kant)[0];
  for (const kant of kanter.toSorted((a, b) => length(a) - length(b))) {
    const [from, to] = span(kant);
    let lane = 0;
    while (taken[lane]?.some(([a, b]) => a < to && from < b)) lane += 1;
    (taken[lane] ??= []).push([from, to]);
    result.set(kant, lane);
  }
  return result;
}

/**
 * Where the boxes and arrows of a process stand: phases in one column, ways forward on its right side and back on its
 * left. Narrow enough for a phone.
 */
export function layout(bild: Processbild): Layout {
  const boxes = order(bild);
  const kanter = edges(bild, boxes);
  const isNext = ({ fran, till }: Kant) => till === fran + 1;
  const forward = lanes(kanter.filter((kant) => kant.till > kant.fran && !isNext(kant)));
  const back = lanes(kanter.filter((kant) => kant.till < kant.fran));
  const width = (used: Map<Kant, number>) => (used.size === 0 ? 0 : (Math.max(...used.values()) + 2) * LANE);
  const x = MARGIN + width(back);
  const top = (at: number) => MARGIN + at * (BOX.hojd + BOX.mellan);

  const pathOf = (kant: Kant): string => {
    if (isNext(kant)) {
      const middle = x + BOX.bredd / 2;
      return `M${middle} ${top(kant.fran) + BOX.hojd}V${top(kant.till) - 2}`;
    }
    const isBack = kant.till < kant.fran;
    const edge = isBack ? x : x + BOX.bredd;
    const lane = (isBack ? back : forward).get(kant) ?? 0;
    const away = isBack ? edge - (lane + 2) * LANE : edge + (lane + 2) * LANE;
    const leave = top(kant.fran) + BOX.hojd * 0.65;
    const arrive = top(kant.till) + BOX.hojd * 0.35;
    return `M${edge} ${leave}H${away}V${arrive}H${isBack ? edge - 2 : edge + 2}`;
  };

  const closing = bild.pilar.filter(({ till }) => till === SLUT).map(({ fran }) => fran);
  return {
    bredd: x + BOX.bredd + width(forward) + MARGIN,
    hojd: top(boxes.length) - BOX.mellan + MARGIN,
    boxar: boxes.map(({ id, namn }, at) => ({
      id,
      namn,
      x,
      y: top(at),
      bredd: BOX.bredd,
      hojd: BOX.hojd,
      stangs: closing.includes(id),
    })),
    linjer: kanter.map((kant) => ({
      id: `${kant.fran}-${kant.till}`,
      d: pathOf(kant),
      bakat: kant.till < kant.fran,
      titel: kant.titel,
    })),
  };
}
