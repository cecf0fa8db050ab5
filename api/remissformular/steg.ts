import { ett } from '../beslut/formular.js';
import type { FormFields } from '../http/csrf.js';

/** The pages of the form, in order. */
export const steg = [
  { kod: 'insats', text: 'Insats och syfte' },
  { kod: 'person', text: 'Personen' },
  { kod: 'samtycke', text: 'Samtycke' },
  { kod: 'bakgrund', text: 'Bakgrund' },
  { kod: 'fraga', text: 'Fråga till teamet' },
  { kod: 'kontrollera', text: 'Kontrollera och skicka' },
] as const;

export type Steg = (typeof steg)[number]['kod'];

/** What was typed on one page: text, or several answers to one question. */
export type Svar = FormFields;

/** A draft as it is stored: what was typed on each page, right or wrong. */
export type Utkastinnehall = { readonly [S in Steg]?: Svar };

/** Whether a part of an address names a page of the form. */
export const isSteg = (text: string): text is Steg => steg.some(({ kod }) => kod === text);

/** The pages that a remiss has: nobody gives samtycke for an avidentifierad person. */
export const stegFor = (avidentifierad: boolean): readonly (typeof steg)[number][] =>
  steg.filter(({ kod }) => !(avidentifierad && kod === 'samtycke'));

/** The page after a page; the last one is its own. */
export function nextSteg(now: Steg, avidentifierad: boolean): Steg {
  const order = stegFor(avidentifierad);
  return order[order.findIndex(({ kod }) => kod === now) + 1]?.kod ?? 'kontrollera';
}

/** Address of a page of a draft. */
export const stegAdress = (utkastId: string, kod: Steg | 'kvitto'): string => `/remisser/ny/${utkastId}/${kod}`;

/** Whether a single box is ticked. */
export const ikryssad = (svar: Svar, name: string): boolean => ett(svar, name) !== '';
