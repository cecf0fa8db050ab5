import { faser, type Fas } from '../../domain/faser.js';
import { isKod } from '../../domain/koder.js';

const MOST_PAGES = 100_000;

/** A single value of a query string, trimmed; nothing when it is missing, empty or repeated. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** The page of a list that is asked for, from 1; whatever is no page is the first. */
export function sidaOf(value: unknown): number {
  const sida = Number(textOf(value) ?? '1');
  return Number.isInteger(sida) && sida >= 1 && sida <= MOST_PAGES ? sida : 1;
}

/** The phase that is asked for; nothing when there is none of that name. */
export function fasOf(value: unknown): Fas | undefined {
  const text = textOf(value);
  return text !== undefined && isKod(faser, text) ? text : undefined;
}

/** An ärende's number as people type it. */
export const nummerOf = (value: unknown): string | undefined => textOf(value)?.toUpperCase().replaceAll(/\s+/g, '');

/** Where in a list a page begins when it holds nothing: back to the first. */
export const isBeyondEnd = (sida: number, rader: readonly unknown[]): boolean => sida > 1 && rader.length === 0;
