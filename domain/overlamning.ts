import type { Kodsvar } from './formular.js';

/** Reasons of an avslut after which the person goes back to an authority (design 2.10). */
const ORSAKER: readonly string[] = ['fortsatt_rehabilitering', 'sjukdom', 'ater_utan_insats'];

/** What the person does afterwards when an authority is to go on. */
const SYSSELSATTNINGAR: readonly string[] = ['arbetssokande', 'arbetsmarknadsatgard', 'fortsatt_rehabilitering'];

/** Whether an avslut for a reason needs an överlämning to whoever goes on; an insats's own codes do not. */
export const orsakKraverOverlamning = (orsak: string): boolean => ORSAKER.includes(orsak);

/** Whether what the person does afterwards needs one. */
export const sysselsattningKraverOverlamning = (svar: readonly Pick<Kodsvar<string>, 'kod'>[]): boolean =>
  svar.some(({ kod }) => SYSSELSATTNINGAR.includes(kod));
