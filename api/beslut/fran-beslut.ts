import type { Request } from 'express';
import { beslut as beslutslista, type Beslutstyp } from '../../domain/faser.js';
import { isKod } from '../../domain/koder.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The form of a decision from which a page of files was opened: there the person goes on. */
export interface FranBeslut {
  readonly typ: Beslutstyp;
  /** What the decision is about, when the ärende has several of its kind. */
  readonly ref?: string | undefined;
}

/** The end of the address of a page of files that was opened from a form. */
export const fraganOm = ({ typ, ref }: FranBeslut): string => `?beslut=${typ}${ref === undefined ? '' : `&ref=${ref}`}`;

/** The form that the address says the page was opened from; what is no form of ours is left out. */
export function franBeslut({ query: { beslut, ref } }: Request): FranBeslut | undefined {
  if (typeof beslut !== 'string' || !isKod(beslutslista, beslut)) return undefined;
  return { typ: beslut, ...(typeof ref === 'string' && UUID.test(ref) ? { ref } : {}) };
}
