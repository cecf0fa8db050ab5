import { dagordningspunkt } from '../dagordning.js';
import type { Lage } from '../lage.js';

/** A value as the trace keeps it: a code, an id, a date, a number. */
export type Sparvarde = string | number | boolean | readonly string[] | null;

/** What a change made of something: how it was, and how it is; `null` for nothing. */
export type Andrat = Readonly<Record<string, readonly [fore: Sparvarde, efter: Sparvarde]>>;

/** What of a case's state the trace tells the change of. */
const FALT = {
  fas: ({ fas }) => fas,
  koordinator: ({ koordinator }) => koordinator,
  profilversion: ({ profilversion }) => profilversion,
  samtycken: ({ samtycken }) => samtycken.toSorted(),
  skyddad: ({ skyddad }) => skyddad,
  spar: ({ spar }) => spar,
  mote: (lage) => dagordningspunkt(lage)?.borjar,
  startdatum: ({ startdatum }) => startdatum,
  insatstidSlut: ({ insatstid }) => insatstid?.slut,
  pausTill: ({ paus }) => paus?.till,
  avslutsdatum: ({ avslutsdatum }) => avslutsdatum,
  stangdSom: ({ stangdSom }) => stangdSom,
} as const satisfies Readonly<Record<string, (lage: Lage) => Sparvarde | undefined>>;

/** What of an ärende the trace tells the change of. */
export type Sparfalt = keyof typeof FALT;

/** What of some old and new values differs. */
export const skillda = (varden: Andrat): Andrat =>
  Object.fromEntries(
    Object.entries(varden).filter(([, [fore, efter]]) => JSON.stringify(fore) !== JSON.stringify(efter)),
  );

/** What a change made of a case, field by field: old and new, codes, ids and dates only. */
export function arendeandring(fore: Lage, efter: Lage): Andrat {
  const falt = Object.entries(FALT) as [Sparfalt, (lage: Lage) => Sparvarde | undefined][];
  return skillda(
    Object.fromEntries(falt.map(([namn, read]) => [namn, [read(fore) ?? null, read(efter) ?? null] as const])),
  );
}
