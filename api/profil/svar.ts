import type { Kodrad } from '../../domain/insatsprofil.js';
import type { Kodlista } from '../../domain/koder.js';
import { kommunkod, kommunNamn } from '../../domain/kommuner.js';
import { ett, flera, type Svar } from '../beslut/formular.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { radslag, type Profilfalt, type Profilrader, type Profilsektion } from './falt.js';
import type { Profilfel } from './schema.js';
import { rowsAt, valueAt, withValue, type Vag } from './vag.js';

/** A field where it stands: its whole place is its name in the form. */
export interface Placerat {
  readonly falt: Profilfalt;
  readonly vag: Vag;
}

/** A row of a list with its place. */
export interface Rad {
  readonly vag: Vag;
  readonly nr: number;
  readonly row: unknown;
}

/** The rows of a list; what there is always exactly one of is a row by itself. */
export const radersom = (profil: unknown, rader: Profilrader): readonly Rad[] =>
  rader.enda
    ? [{ vag: rader.vag, nr: 0, row: valueAt(profil, rader.vag) ?? {} }]
    : rowsAt(profil, rader.vag).map((row, nr) => ({ vag: `${rader.vag}.${nr}`, nr, row }));

/** The fields of one row. */
export const faltIRad = (rader: Profilrader, { vag, row }: Rad): readonly Placerat[] =>
  (radslag(rader, row)?.falt ?? []).map((falt) => ({ falt, vag: `${vag}.${falt.vag}` }));

/** Every field of a page, with the rows that the profile has. */
export const allaFalt = (sektion: Profilsektion, profil: unknown): readonly Placerat[] => [
  ...sektion.falt.map((falt) => ({ falt, vag: falt.vag })),
  ...sektion.rader.flatMap((rader) => radersom(profil, rader).flatMap((rad) => faltIRad(rader, rad))),
];

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A number where one was typed; what is no number stays as typed, for the schema to refuse. */
const numberOf = (text: string): number | string =>
  /^-?\d{1,9}$/.test(text.replaceAll(/\s/g, '')) ? Number(text.replaceAll(/\s/g, '')) : text;

/** Lines of `kod = namn`. */
const kodlistaOf = (text: string): { kod: string; namn: string }[] =>
  linesOf(text).map((line) => {
    const [kod = '', ...namn] = line.split('=');
    return { kod: kod.trim(), namn: namn.join('=').trim() };
  });

/** The codes of kommuner by name, one on each line or with commas between; an unknown name stays, to be refused. */
export const kommunerOf = (text: string): string[] =>
  linesOf(text.replaceAll(',', '\n')).map((namn) => kommunkod(namn) ?? namn);

/** The codes of a list by their words, one on each line; what is in no list stays as it was typed, to be refused. */
function koderOf(text: string, lista: Kodlista): string[] {
  const key = (words: string): string => words.toLocaleLowerCase('sv');
  const byWords = new Map(Object.entries(lista).map(([kod, namn]) => [key(namn), kod]));
  return linesOf(text).map((line) => byWords.get(key(line)) ?? line);
}

/** What is chosen, in the order in which it stood; what is new comes after. */
function chosenInOrder(chosen: readonly string[], before: readonly unknown[]): readonly string[] {
  const kept = before.map(String).filter((one) => chosen.includes(one));
  return [...kept, ...chosen.filter((one) => !kept.includes(one))];
}

function valueOf({ falt, vag }: Placerat, svar: Svar, profil: unknown): unknown {
  const text = ett(svar, vag).trim();
  const empty = text === '';
  switch (falt.slag) {
    case 'text':
    case 'textruta':
      return empty && falt.frivillig ? undefined : text;
    case 'tal':
      return empty ? undefined : numberOf(text);
    case 'val':
      return empty ? undefined : text;
    case 'gallras':
      return empty ? undefined : text.toLocaleLowerCase('sv') === 'bevaras' ? 'bevaras' : numberOf(text);
    case 'kryss': {
      const chosen = flera(svar, vag).filter((one) => one !== '');
      return chosen.length === 0 && falt.frivillig ? undefined : chosenInOrder(chosen, rowsAt(profil, vag));
    }
    case 'ja_nej':
      return empty ? undefined : text === 'ja';
    case 'rader':
      return empty ? undefined : linesOf(text).map((line) => (falt.talrader ? numberOf(line) : line));
    case 'kommuner':
      return empty ? undefined : kommunerOf(text);
    case 'koder':
      return empty ? undefined : koderOf(text, falt.lista(profil, vag));
    case 'kodlista':
      return empty ? undefined : kodlistaOf(text);
  }
}

/** The profile with what was typed on one of its pages; nothing is judged here. */
export const withSvar = (profil: unknown, sektion: Profilsektion, svar: Svar): unknown =>
  allaFalt(sektion, profil).reduce<unknown>((at, one) => withValue(at, one.vag, valueOf(one, svar, at)) ?? {}, profil);

/** What a field holds, as it is typed. */
export function typedOf({ falt, vag }: Placerat, profil: unknown): string {
  const value = valueAt(profil, vag);
  if (value === undefined || value === null) return '';
  if (falt.slag === 'ja_nej') return value === true ? 'ja' : 'nej';
  if (falt.slag === 'kodlista')
    return (value as readonly Kodrad[]).map(({ kod, namn }) => `${kod} = ${namn}`).join('\n');
  if (falt.slag === 'koder') {
    const lista = falt.lista(profil, vag);
    return rowsAt(profil, vag)
      .map(String)
      .map((kod) => lista[kod] ?? kod)
      .join('\n');
  }
  if (falt.slag === 'kommuner') return rowsAt(profil, vag).map(String).map(kommunNamn).join('\n');
  if (Array.isArray(value)) return value.map(String).join('\n');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What is chosen in a field of several. */
export const chosenOf = ({ vag }: Placerat, profil: unknown): readonly string[] => rowsAt(profil, vag).map(String);

const isWithin = (path: Vag, vag: Vag): boolean => path === vag || path.startsWith(`${vag}.`);

/**
 * The faults of a profile that one of its pages can mend, each beside its field.
 *
 * @returns by field, and those that belong to no single field of the page
 */
export function felPaSidan(
  fel: readonly Profilfel[],
  sektion: Profilsektion,
  profil: unknown,
): { readonly falt: FaltFel; readonly ovriga: readonly string[] } {
  const alla = allaFalt(sektion, profil);
  const falt: Record<string, string[]> = {};
  const ovriga: string[] = [];
  for (const { path, mening } of fel) {
    const own =
      alla.find(({ vag }) => isWithin(path, vag)) ?? alla.find(({ vag }) => path !== '' && isWithin(vag, path));
    if (own) falt[own.vag] ??= [mening];
    else if (sektion.rader.some(({ vag }) => isWithin(path, vag))) ovriga.push(mening);
  }
  return { falt, ovriga };
}
