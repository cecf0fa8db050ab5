import type { Arbetsfas, Beslutstyp } from './faser.js';
import type { Dag, Instant } from './kalender/kalender.js';
import type {
  Aktivitetsslag,
  Aterkopplingskod,
  Atgardsutfall,
  EfterForgrupp,
  EjAktuellOrsak,
  Erbjudandesvarskod,
  Ersattning,
  Ersattningsutfall,
  Forgruppsresultatkod,
  Forlangningsutfall,
  Granskning,
  Installning,
  Medelutfall,
  Pausorsak,
  PersonensSvarskod,
  Planlage,
  Rekommendationskod,
  Spar,
  Uppfoljningsresultat,
  UteblivenKompletteringskod,
} from './koder.js';
import type { Atgard } from './lage.js';

/** What a decision is, as it travels to the case: who, on which Swedish day, and only ids, codes and dates. */
export interface Beslutsunderlag {
  granskning: { utfall: Granskning; insats?: string };
  komplettering: Record<string, never>;
  utebliven_komplettering: { utfall: UteblivenKompletteringskod; senast?: Dag };
  atertagande: Record<string, never>;
  /** The verksamheter that samtycke opens the ärende to from now on. */
  identifiering: { samtycken: SamtyckeIBeslut[] };
  skyndsamhet: { mote: Instant };
  yttrande: { verksamhet: string };
  rekommendation: { utfall: Rekommendationskod; narvarande: string[]; insats?: string; atgarder?: Atgard[] };
  rekommendationsrattelse: { rekommendation: string; narvarande: string[] };
  styrgruppsbeslut: Record<string, never>;
  aterkoppling: { utfall: Aterkopplingskod };
  utebliven_aterkoppling: Record<string, never>;
  atgardsrapport: { atgard: string; utfall: Atgardsutfall };
  forgruppsstart: { datum: Dag };
  forgruppsresultat: { resultat: Forgruppsresultatkod; datum: Dag; sedan?: EfterForgrupp };
  personens_svar: { svar: PersonensSvarskod; datum: Dag };
  ej_aktuell: { orsak: EjAktuellOrsak };
  inskrivning: { beslutsdatum: Dag; startdatum: Dag; koordinator: string; overinskrivning: boolean };
  koprioritet: { tur: number | null };
  erbjudandekontakt: { datum: Dag; naddes: boolean };
  erbjudandesvar: { svar: Erbjudandesvarskod; datum: Dag; startdatum?: Dag };
  kartlaggning: { klar: Dag; spar: Spar };
  utan_kartlaggning: { datum: Dag; spar: Spar; till: 'process' | 'bada' };
  sparbyte: { spar: Spar };
  genomforandeplan: { datum: Dag; lage: Planlage; installning?: Installning; kopiaLamnad?: boolean };
  skattning: { datum: Dag; steg: number };
  fasbyte: { till: Arbetsfas };
  planuppfoljning: { datum: Dag; steg?: number };
  flerpartsmote: { datum: Dag; atgarder: Atgard[] };
  teamlyft: Record<string, never>;
  teamlyftsvar: { atgarder: Atgard[] };
  styrgruppslyft: Record<string, never>;
  avvikelse: { datum: Dag };
  medelforslag: { belopp: number; extern: boolean };
  medelbeslut: { forslag: string; utfall: Medelutfall; belopp?: number };
  aktivitet: { slag: Aktivitetsslag; fran: Dag; till?: Dag };
  aktivitetsslut: { aktivitet: string; datum: Dag };
  ersattningsansokan: { slag: Ersattning; skickad: Dag };
  ersattningsbeslut: { ansokan: string; datum: Dag; utfall: Ersattningsutfall };
  paus: { orsak: Pausorsak; fran: Dag; till: Dag };
  pausslut: { datum: Dag };
  insatstidsoversyn: { datum: Dag };
  forlangningsforslag: { dialogdatum: Dag; slut: Dag };
  forlangning: { utfall: Forlangningsutfall; slut?: Dag };
  undantag: { slut: Dag };
  koordinatorsbyte: { koordinator: string };
  /** Between whom everything of the ärende goes that is the one's. */
  overlamning: { fran: string; till: string };
  /** `overlamning`: whether another verksamhet takes over. */
  avslut: { avslutsdatum: Dag; overlamning?: boolean };
  /** The reason is a code of the profile's own list, or the standard's. */
  avslutsuppgifter: { orsak: string; farKontaktas?: boolean; overlamning?: boolean };
  kontaktforsok: { datum: Dag; naddes: boolean };
  uppfoljning: { resultat: Uppfoljningsresultat; datum: Dag };
  samtycke: { verksamheter: string[]; fran: Dag; till?: Dag };
  samtyckesaterkallelse: { verksamheter: string[] };
  /** Who is named beside who leads the ärende: an ersättare, and others who need to see it. */
  skyddad_identitet: { ersattare: string; fler?: readonly string[] };
  profilbyte: { version: number };
  felregistrering: Record<string, never>;
  ateroppning: Record<string, never>;
}

/** A samtycke as far as the process needs to know it. */
export interface SamtyckeIBeslut {
  readonly verksamhet: string;
  readonly fran: Dag;
  readonly till?: Dag;
}

export interface Beslut<T extends Beslutstyp = Beslutstyp> {
  /** The form's id: the same decision sent twice is one decision. */
  readonly id: string;
  readonly typ: T;
  /** The person who decides. */
  readonly av: string;
  /** The Swedish day on which the form was sent. */
  readonly dag: Dag;
  readonly data: Beslutsunderlag[T];
  /** The case's version that the form was opened at; missing where no form was. */
  readonly sedd?: number;
}
