import { decodeHtml } from '../support/html.js';

/** What a page says, without its markup. */
export const textOf = (html: string): string =>
  decodeHtml(html.replaceAll(/<[^>]+>/g, ''))
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The numbers that name the rows of a page's tables, in order. */
export const rowsOf = (html: string): string[] =>
  [...html.matchAll(/<th [^>]*scope="row"[^>]*>(.*?)<\/th>/gs)]
    .map(([, cell]) => textOf(cell ?? ''))
    .filter((text) => /^[A-Z]+-\d{4}-\d{4}$/.test(text));
