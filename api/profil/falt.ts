import type { Kodlista } from '../../domain/koder.js';
import type { Profildel } from '../../domain/profilkontroll.js';
import type { Enhet } from '../components/format.js';
import type { Vag } from './vag.js';

interface Bas {
  /** The place in the profile, relative to the row in a row. */
  readonly vag: Vag;
  readonly label: string;
  readonly hint?: string;
  /** May be left empty: the standard's value, or none. */
  readonly frivillig?: boolean;
  /** Of no use to who reads the profile: said only where two versions are compared. */
  readonly intern?: boolean;
  /** How a stored text reads. */
  readonly iOrd?: (value: string) => string;
}

export interface Val {
  readonly value: string;
  readonly label: string;
}

/** One field of a profile. */
export type Profilfalt =
  | (Bas & { readonly slag: 'text'; readonly bredd?: 'kort' | 'medel' | 'full' })
  | (Bas & { readonly slag: 'textruta'; readonly rows?: number })
  /** A whole number; what it counts, for reading: dagar, veckor. */
  | (Bas & { readonly slag: 'tal'; readonly enhet?: Enhet })
  | (Bas & { readonly slag: 'val' | 'kryss'; readonly options: readonly Val[] })
  | (Bas & { readonly slag: 'ja_nej' })
  /** Months, or the word bevaras. */
  | (Bas & { readonly slag: 'gallras' })
  /** Several short texts or numbers, one on each line. */
  | (Bas & { readonly slag: 'rader'; readonly talrader?: boolean })
  /** Kommuner by name, one on each line; stored as their codes. */
  | (Bas & { readonly slag: 'kommuner' })
  /** Codes of a list by their words, one on each line; the list may depend on what else stands in the profile. */
  | (Bas & { readonly slag: 'koder'; readonly lista: (profil: unknown, vag: Vag) => Kodlista })
  /** A list of codes with their words, one on each line: `kod = ord`. */
  | (Bas & { readonly slag: 'kodlista' });

/** A kind of row that can be added. */
export interface Radslag {
  readonly value: string;
  readonly label: string;
  readonly falt: readonly Profilfalt[];
  /** What a new row begins with; also what tells the kinds apart. */
  readonly mall: Readonly<Record<string, unknown>>;
}

/** A list whose rows are added and taken away one at a time. */
export interface Profilrader {
  readonly vag: Vag;
  readonly rubrik: string;
  /** One row, before its number; the list's heading unless told. */
  readonly radrubrik?: string;
  /** One row, in running text: ”Lägg till regel”. */
  readonly ett: string;
  readonly slag: readonly Radslag[];
  /** There is always exactly one; another kind of it takes its place. */
  readonly enda?: boolean;
  /** Not shown while it is empty: begun from a list of all that could be, with the rows that it begins with. */
  readonly vidBehov?: (profil: unknown) => readonly unknown[];
  /** Rows of a few short fields: beside each other where there is room. */
  readonly tat?: boolean;
  /** All rows as one sentence, where they say more together; undefined while they are not sound. */
  readonly iOrd?: (rows: readonly unknown[], profil: unknown) => string | undefined;
  /** The kind of a row that stands in the list. */
  readonly slagAv: (row: unknown) => string;
}

/** One page of a profile's form. */
export interface Profilsektion {
  readonly del: Profildel;
  readonly ingress: string;
  readonly falt: readonly Profilfalt[];
  readonly rader: readonly Profilrader[];
}

/** The kind that a row is of. */
export const radslag = (rader: Profilrader, row: unknown): Radslag | undefined =>
  rader.slag.find(({ value }) => value === rader.slagAv(row));
