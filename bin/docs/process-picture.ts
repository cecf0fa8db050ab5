import { arbetsfaser, beslut, faser, overgangar } from '../../domain/faser.js';
import type { Fas, Overgang } from '../../domain/faser.js';
import { koder } from '../../domain/koder.js';

const BREAK = '<br/>';
/** The box around the phases between which movement is free; one arrow from it stands for three. */
const WORK = 'arbete';

type Node = Fas | typeof WORK;

const isWork = (fas: Fas): boolean => arbetsfaser.some((one) => one === fas);

const text = (words: string): string => `"${words}"`;

/** Where a way starts, in the picture: the three working phases are one place when the way starts in all of them. */
function startsOf({ fran }: Overgang): Node[] {
  const outside = fran.filter((fas) => !isWork(fas));
  const inside = fran.filter(isWork);
  return [...outside, ...(inside.length === arbetsfaser.length ? ([WORK] as const) : inside)];
}

/** The decisions that leave a case where it is, as lines of the phase's own box. */
function staying(node: Node): string {
  const names = overgangar.filter((way) => way.till === 'samma' && startsOf(way).includes(node));
  return names.map((way) => `${BREAK}· ${labelOf(way)}`).join('');
}

const labelOf = ({ beslut: typ, nar }: Overgang): string => (nar ? `${beslut[typ]}: ${nar}` : beslut[typ]);

/** Every way that leads somewhere else; ways between the same two boxes share an arrow. */
function arrows(): string[] {
  const labels = new Map<string, string[]>();
  for (const way of overgangar) {
    const { till } = way;
    if (till === 'samma') continue;
    for (const from of startsOf(way)) {
      if (from === WORK && isWork(till)) continue;
      const arrow = `${from} --> ${till}`;
      labels.set(arrow, [...(labels.get(arrow) ?? []), labelOf(way)]);
    }
  }
  return [...labels].map(([arrow, words]) => arrow.replace(' --> ', ` -->|${text(words.join(BREAK))}| `));
}

/** Movement inside the box: between each two phases, both ways, by the decisions that lead from all of them to one. */
function movement(): string[] {
  const ways = overgangar.filter((way) => startsOf(way).includes(WORK) && way.till !== 'samma' && isWork(way.till));
  const names = [...new Set(ways.map(labelOf))].join(BREAK);
  const pairs = arbetsfaser.flatMap((one, at) => arbetsfaser.slice(at + 1).map((other) => [one, other] as const));
  return pairs.map(([one, other]) => `${one} <-->|${text(names)}| ${other}`);
}

/**
 * The process as a mermaid flowchart, drawn from the one table of transitions, so that the picture cannot say anything
 * else than the code does.
 *
 * @returns the lines of the diagram, without the fence around it and without a last line break
 */
export function processPicture(): string {
  const boxes = koder(faser).filter((fas) => !isWork(fas));
  return [
    'flowchart TD',
    ...boxes.map((fas) => `  ${fas}[${text(faser[fas] + staying(fas))}]`),
    `  subgraph ${WORK}["Arbetsfaser"]`,
    ...arbetsfaser.map((fas) => `    ${fas}[${text(faser[fas] + staying(fas))}]`),
    `    i_alla>${text(`i alla tre${staying(WORK)}`)}]`,
    ...movement().map((line) => `    ${line}`),
    '  end',
    ...arrows().map((line) => `  ${line}`),
  ].join('\n');
}
