import type { FormFields } from '../http/csrf.js';
import type { Svar } from './steg.js';

/** Longer than any field may be, so that what is too long is shown again whole; what is beyond is not stored. */
const MOST_CHARACTERS = 100_000;
const MOST_ANSWERS = 200;

/**
 * What was typed on a page, for keeping: the page's own fields only, line breaks as one character. The null character
 * is left out because the database cannot hold it.
 */
export function typedAnswers(fields: FormFields, names: readonly string[]): Svar {
  const typed: Record<string, string | readonly string[]> = {};
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined) continue;
    typed[name] = typeof value === 'string' ? clean(value) : value.slice(0, MOST_ANSWERS).map(clean);
  }
  return typed;
}

const clean = (value: string): string =>
  value.replaceAll('\r\n', '\n').replaceAll('\u0000', '').slice(0, MOST_CHARACTERS);
