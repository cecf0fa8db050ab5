import { arbetsfaser } from '../../domain/faser.js';
import { ARBETE, processbild, type Processbild, type Processruta } from '../../domain/processbild.js';

const BREAK = '<br/>';

const text = (words: string): string => `"${words}"`;

const lines = (words: readonly string[]): string => words.map((one) => `${BREAK}· ${one}`).join('');

const box = ({ id, namn, stannar }: Processruta): string => `${id}[${text(namn + lines(stannar))}]`;

/** Movement inside the box: between each two phases, both ways, by the decisions that lead from all of them to one. */
function movement({ rorelse }: Processbild): string[] {
  const pairs = arbetsfaser.flatMap((one, at) => arbetsfaser.slice(at + 1).map((other) => [one, other] as const));
  return pairs.map(([one, other]) => `${one} <-->|${text(rorelse.join(BREAK))}| ${other}`);
}

/**
 * The process as a mermaid flowchart, drawn from the one table of transitions, so that the picture cannot say anything
 * else than the code does.
 *
 * @returns the lines of the diagram, without the fence around it and without a last line break
 */
export function processPicture(): string {
  const bild = processbild();
  return [
    'flowchart TD',
    ...bild.rutor.map((ruta) => `  ${box(ruta)}`),
    `  subgraph ${ARBETE}["Arbetsfaser"]`,
    ...bild.arbetsrutor.map((ruta) => `    ${box(ruta)}`),
    `    i_alla>${text(`i alla tre${lines(bild.stannarIArbete)}`)}]`,
    ...movement(bild).map((line) => `    ${line}`),
    '  end',
    ...bild.pilar.map(({ fran, till, ord }) => `  ${fran} -->|${text(ord.join(BREAK))}| ${till}`),
  ].join('\n');
}
