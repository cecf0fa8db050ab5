import type { Beslutstyp } from './faser.js';
import type { Forsorjning, Kontaktsatt, Omfattning, Sysselsattning } from './koder.js';

/** A coded answer of which a person may give several, each whole or in part. */
export interface Kodsvar<K extends string> {
  readonly kod: K;
  readonly omfattning: Omfattning;
}

/** The texts and answers of each decision's form. They may name a person, so they never travel through the engine. */
export interface Formularer {
  granskning: { skal?: string };
  yttrande: { text: string };
  rekommendation: {
    motivering: string;
    atgarder: { atgard: string; verksamhet: string; ansvarig?: string; senast: string }[];
  };
  aterkoppling: { text?: string };
  utebliven_aterkoppling: { skal?: string };
  personens_svar: { till: string; satt: Kontaktsatt };
  inskrivning: { overinskrivningSkal?: string };
  kartlaggning: {
    instrument: string;
    utfordAv: string;
    certifierad: boolean;
    sammanfattning: string;
    resurser?: string;
    hinder?: string;
  };
  fasbyte: { skal?: string };
  planuppfoljning: { text: string; steg?: number };
  insatstidsoversyn: { text: string };
  forlangningsforslag: { behov: string };
  forlangning: { motivering?: string };
  avslut: {
    analys: string;
    overlamningTill?: string;
    overlamningKontakt?: string;
    overlamningMottagen?: boolean;
  };
  avslutsuppgifter: {
    sysselsattning: Kodsvar<Sysselsattning>[];
    forsorjning: Kodsvar<Forsorjning>[];
    steg?: number;
    farKontaktas: boolean;
  };
  kontaktforsok: { satt: Kontaktsatt };
  uppfoljning: {
    sysselsattning: Kodsvar<Sysselsattning>[];
    forsorjning: Kodsvar<Forsorjning>[];
    text?: string;
  };
}

export type Formular<T extends Beslutstyp = Beslutstyp> = Formularer[T];
