import type { Forstadag } from '../../../domain/beslut/regel.js';
import { roller, type Rollkod } from '../../../domain/koder.js';
import { uppgiftstyper, type Uppgiftstyp } from '../../../domain/uppgifter.js';
import { formatDatum } from '../../components/format.js';

/** Who owes something, by role and verksamhet: never by name. */
export const ansvarig = (roll: Rollkod, verksamhet?: string | null): string =>
  verksamhet ? `${roller[roll]}: ${verksamhet}` : roller[roll];

/** What is to be done, in words. */
export const uppgiftsrubrik = (typ: Uppgiftstyp): string => uppgiftstyper[typ].rubrik;

const EFTER: Readonly<Record<Forstadag['vantar'], string>> = {
  motet: 'Efter mötet',
  starten: 'När insatsen har börjat',
};

/** From when a task can be done: `Efter mötet tis 1 dec 2026`. */
export const efterVad = ({ vantar, dag }: Forstadag): string => `${EFTER[vantar]} ${formatDatum(dag)}`;
