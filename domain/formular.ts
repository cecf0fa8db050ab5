import type { Beslutstyp } from './faser.js';
import type {
  Enkatsvar,
  Idtyp,
  Kon,
  Kontaktsatt,
  Omfattning,
  Samtyckesform,
  Samtyckesgivare,
  Uppgiftsslag,
} from './koder.js';

/** A coded answer of which a person may give several, each whole or in part. */
export interface Kodsvar<K extends string> {
  readonly kod: K;
  readonly omfattning: Omfattning;
}

/** An agreed action as it is written down; its id is the same as in what travels. */
export interface Atgardstext {
  readonly id: string;
  readonly atgard: string;
  readonly verksamhet: string;
  /** The named responsible when she is a user of the system. */
  readonly person?: string | undefined;
  /** The named responsible as written. */
  readonly ansvarig?: string | undefined;
  readonly senast: string;
}

/** What the styrgrupp is asked, told so that nobody can be recognised. */
export interface Styrgruppsfraga {
  readonly fraga: string;
  readonly bakgrund: string;
  readonly alternativ?: string | undefined;
}

/** Everything that a samtycke is, beside its verksamhet and dates. */
export interface Samtyckestext {
  readonly uppgiftsslag: readonly Uppgiftsslag[];
  /** The insatser that it names, by kod; none: the insats of the ärende alone. */
  readonly insatser: readonly string[];
  readonly andamal: string;
  readonly form: Samtyckesform;
  readonly lamnatAv: Samtyckesgivare;
  readonly sprak?: string;
  readonly tolk: boolean;
  /** The scan of a written one. */
  readonly bilaga?: string;
}

/** A person's identity, as it is added to an avidentifierad konsultation. */
export interface Identitetstext {
  readonly idtyp: Idtyp;
  /** Twelve digits; a reservnummer as it was written. */
  readonly personnummer: string;
  /** Of a reservnummer, which tells none itself. */
  readonly fodelsear?: number;
  readonly namn: string;
  readonly kon: Kon;
  readonly skyddad: boolean;
  readonly telefon?: string;
  readonly epost?: string;
  readonly sprak?: string;
  readonly tolk: boolean;
}

/** The texts and answers of each decision's form. They may name a person, so they never travel through the engine. */
export interface Formularer {
  granskning: { skal?: string };
  komplettering: { text: string; bilagor: string[] };
  utebliven_komplettering: { skal?: string };
  atertagande: { skal?: string };
  identifiering: { identitet: Identitetstext; samtycken: ({ verksamhet: string } & Samtyckestext)[] };
  skyndsamhet: { skal: string };
  yttrande: { text: string };
  rekommendation: { motivering: string; atgarder: Atgardstext[]; lyft?: Styrgruppsfraga };
  rekommendationsrattelse: { motivering: string; skal: string };
  styrgruppsbeslut: { svar: string };
  aterkoppling: { text?: string };
  utebliven_aterkoppling: { skal?: string };
  atgardsrapport: { text: string };
  forgruppsstart: { text?: string };
  forgruppsresultat: { text: string };
  personens_svar: { till: string; satt: Kontaktsatt };
  ej_aktuell: { skal: string };
  inskrivning: { overinskrivningSkal?: string };
  koprioritet: { skal: string };
  erbjudandekontakt: { satt: Kontaktsatt; text?: string };
  erbjudandesvar: { till?: string; satt?: Kontaktsatt; text?: string };
  kartlaggning: {
    instrument: string;
    utfordAv: string;
    certifierad: boolean;
    sammanfattning: string;
    resurser?: string;
    hinder?: string;
    bilagor?: string[];
  };
  utan_kartlaggning: { skal: string };
  sparbyte: { skal: string };
  genomforandeplan: {
    mal: string;
    delmal: { text: string; senast?: string; ansvarig?: string }[];
    uppfoljning: string;
    ansvar: string;
    /** How the participant took part; missing in a draft. */
    deltog?: string;
    invandning?: string;
    kopiaSprak?: string;
    tolk: boolean;
  };
  skattning: { text?: string };
  fasbyte: { skal?: string };
  planuppfoljning: { text: string };
  flerpartsmote: { deltagare: string; text: string; atgarder: Atgardstext[] };
  teamlyft: { fraga: string };
  teamlyftsvar: { svar: string; atgarder: Atgardstext[] };
  styrgruppslyft: Styrgruppsfraga;
  avvikelse: { text: string };
  medelforslag: { vad: string; motivering: string };
  medelbeslut: { motivering?: string };
  aktivitet: { plats: string; omfattning: number; text?: string };
  aktivitetsslut: { resultat: string };
  ersattningsansokan: { text?: string };
  ersattningsbeslut: { text?: string };
  paus: { skal?: string };
  pausslut: { text?: string };
  insatstidsoversyn: { text: string };
  forlangningsforslag: { behov: string };
  forlangning: { motivering?: string };
  undantag: { skal: string };
  koordinatorsbyte: { overlamning: string };
  /** The hand-over that it is a part of: its id, and the note that came with it. */
  overlamning: { overlamning: string; not: string };
  avslut: {
    analys: string;
    forslag?: string;
    overlamningTill?: string;
    overlamningKontakt?: string;
    overlamningMottagen?: boolean;
  };
  /** The codes are of the profile's own lists, or the standard's. */
  avslutsuppgifter: {
    sysselsattning: Kodsvar<string>[];
    forsorjning: Kodsvar<string>[];
    steg?: number;
    enkat?: Enkatsvar;
    farKontaktas: boolean;
    overlamningTill?: string;
    overlamningKontakt?: string;
    overlamningMottagen?: boolean;
  };
  kontaktforsok: { satt: Kontaktsatt };
  uppfoljning: {
    sysselsattning: Kodsvar<string>[];
    forsorjning: Kodsvar<string>[];
    text?: string;
  };
  samtycke: Samtyckestext;
  samtyckesaterkallelse: { satt: string };
  skyddad_identitet: { alias: string; skal: string };
  profilbyte: { skal: string };
  felregistrering: { skal: string };
  ateroppning: { skal: string };
}

export type Formular<T extends Beslutstyp = Beslutstyp> = Formularer[T];
