import { faser } from '../faser.js';
import type { NyHandelse } from '../forandring.js';
import type { Insatsprofil } from '../insatsprofil.js';
import { isKod, type Kodlista, type Rollkod } from '../koder.js';
import { fasord, rollord } from '../profilkoder.js';
import { uppgiftstyper } from '../uppgifter.js';

/** How the codes, ids and dates of an event are written out for the reader at hand. */
export interface Skrivsatt {
  /** A calendar day. */
  dag(dag: string): string;
  /** A moment. */
  tid(instant: string): string;
  /** The name of a verksamhet or a person, by id. */
  namn(id: string): string;
  /** The insats's own words; missing where no profile is at hand: the standard's. */
  readonly profil?: Pick<Insatsprofil, 'koder' | 'fasord' | 'rollord'>;
}

/** A line of the timeline. */
export interface Handelsetext {
  readonly rubrik: string;
  readonly text?: string;
}

/** Writes one kind of event. */
export type Skriv = (data: Lasare, skriv: Skrivsatt) => Handelsetext;

/** Kinds of event with their words. */
export type Texter = Readonly<Record<string, Skriv>>;

/** Reads the values of an event without trusting that an older version wrote all of them. */
export class Lasare {
  constructor(private readonly data: NyHandelse['data']) {}

  text(nyckel: string): string {
    const value = this.data[nyckel];
    return typeof value === 'string' ? value : '';
  }

  tal(nyckel: string): number {
    return Number(this.data[nyckel] ?? 0);
  }

  ja(nyckel: string): boolean {
    return this.data[nyckel] === true;
  }

  lista(nyckel: string): readonly string[] {
    const value = this.data[nyckel];
    return Array.isArray(value) ? value : [];
  }

  ord(nyckel: string, lista: Kodlista): string {
    const kod = this.text(nyckel);
    return isKod(lista, kod) ? (lista[kod] ?? kod) : kod;
  }

  dag(nyckel: string, skriv: Skrivsatt): string {
    const dag = this.text(nyckel);
    return dag === '' ? '' : skriv.dag(dag);
  }
}

/** Sentences after one another; what is not said leaves nothing. */
export const mening = (...delar: readonly string[]): string => delar.filter((del) => del !== '').join(' ');

/** How many actions were agreed; nothing when none were. */
export const antalAtgarder = (antal: number): string =>
  antal === 0 ? '' : antal === 1 ? 'En åtgärd avtalades.' : `${antal} åtgärder avtalades.`;

/** What a kind of task is called; its code when this version does not know it. */
export const uppgiftsrubrik = (typ: string): string =>
  isKod(uppgiftstyper as unknown as Kodlista, typ) ? uppgiftstyper[typ as keyof typeof uppgiftstyper].rubrik : typ;

/** Whose words are used. */
type Ord = Pick<Skrivsatt, 'profil'>;

/** A phase in the insats's words; its code when this version does not know it. */
export const skrivFas = (fas: string, { profil = {} }: Ord): string => (isKod(faser, fas) ? fasord(profil, fas) : fas);

/** A role in the insats's words. */
export const skrivRoll = (roll: Rollkod, { profil = {} }: Ord): string => rollord(profil, roll);

/** The styrgrupp as somebody who acts; an insats's own word has no known definite form. */
export const styrgruppen = ({ profil }: Ord): string => profil?.rollord?.styrgrupp ?? 'Styrgruppen';

/** Words inside a sentence. */
export const iMening = (ord: string): string => ord.toLocaleLowerCase('sv');

/** Names of verksamheter hold commas of their own. */
export const namnen = (data: Lasare, nyckel: string, skriv: Skrivsatt): string =>
  data
    .lista(nyckel)
    .map((id) => skriv.namn(id))
    .join('; ');

/** Deciding one's own proposal is marked wherever it is told. */
export const egetForslag = (data: Lasare): string =>
  data.ja('egetForslag') ? 'Beslutades av den som hade lämnat förslaget.' : '';
