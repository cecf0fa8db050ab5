import { roller, type Rollkod } from '../../../domain/koder.js';
import { uppgiftstyper, type Uppgiftstyp } from '../../../domain/uppgifter.js';

/** Who owes something, by role and verksamhet: never by name. */
export const ansvarig = (roll: Rollkod, verksamhet?: string | null): string =>
  verksamhet ? `${roller[roll]}: ${verksamhet}` : roller[roll];

/** What is to be done, in words. */
export const uppgiftsrubrik = (typ: Uppgiftstyp): string => uppgiftstyper[typ].rubrik;
