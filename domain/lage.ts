import type { Arbetsfas, Beslutstyp, Fas } from './faser.js';
import type { Dag, Instant } from './kalender/kalender.js';
import type {
  Aterkopplingskod,
  Avslutsorsak,
  Forlangningsutfall,
  Granskning,
  PersonensSvarskod,
  Rekommendationskod,
  Rollkod,
  Spar,
  Stangning,
  Syfte,
  Uppfoljningsresultat,
} from './koder.js';
import { uppgiftsslag, type Uppgiftstyp } from './uppgifter.js';

/** A task that somebody owes. */
export interface OppenUppgift {
  /** Running number within the ärende. */
  readonly nr: number;
  readonly typ: Uppgiftstyp;
  readonly roll: Rollkod;
  /** The verksamhet that owes it, when it is a verksamhet's and not a person's. */
  readonly verksamhet?: string;
  readonly oppnad: Instant;
  /** The last day to do it. */
  readonly forfaller: Dag;
  /** The next reminder: which step of the ladder, and when. */
  readonly paminnelse: { readonly steg: number; readonly nar: Instant };
}

/** Something that will happen by itself. */
export type Frist =
  | { readonly typ: 'uppgift_oppnas'; readonly nar: Instant; readonly uppgift: Uppgiftstyp; readonly forfaller: Dag }
  | { readonly typ: 'insatstid_slut'; readonly nar: Instant };

/**
 * What the case's workflow knows and waits in: ids, codes and dates, never a name or a text. It is the workflow's input
 * as well as its state, so a case can be started, continued or rebuilt from any point by the same code.
 */
export interface Lage {
  readonly arendeId: string;
  readonly nummer: string;
  readonly insats: string;
  readonly profilversion: number;
  readonly team: string;
  /** Grows by one for every decision and every deadline that fell due. */
  readonly version: number;
  readonly fas: Fas;
  readonly fasSedan: Instant;
  /** The version at which the case came into its phase, and at which each kind of decision was last taken. */
  readonly fasVersion?: number;
  readonly senasteBeslut?: Readonly<Partial<Record<Beslutstyp, number>>>;
  readonly syfte: Syfte;
  readonly identifierad: boolean;
  /** The verksamheter that samtycke opens the ärende to. */
  readonly samtycken: readonly string[];
  readonly senasteUppgift: number;
  readonly uppgifter: readonly OppenUppgift[];
  readonly frister: readonly Frist[];

  /** The meeting on whose agenda the ärende stands, or stood last. */
  readonly mote?: { readonly borjar: Instant; readonly dag: Dag; readonly quorum: number };
  /** The verksamheter that have answered for that meeting. */
  readonly yttranden?: readonly string[];
  readonly svar?: PersonensSvarskod;
  readonly svarsdatum?: Dag;
  readonly koordinator?: string;
  readonly startdatum?: Dag;
  readonly insatstid?: { readonly slut: Dag; readonly overTidenSedan?: Dag; readonly hard: boolean };
  /** An extension that waits for its decision: the proposal's id and the last day it asks for. */
  readonly forlangning?: { readonly forslag: string; readonly slut: Dag };
  readonly avslutsdatum?: Dag;
  readonly uppfoljning?: {
    readonly dag: Dag;
    readonly senast: Dag;
    readonly forsok: number;
    readonly maxForsok: number;
  };
  readonly stangdSom?: Stangning;
}

/** The moment at which the case wakes by itself next, or `undefined` when only people can move it. */
export function nextWake(lage: Lage): Instant | undefined {
  const moments = [
    ...lage.frister.map((frist) => frist.nar),
    ...lage.uppgifter.map((uppgift) => uppgift.paminnelse.nar),
  ];
  return moments.length === 0 ? undefined : moments.reduce((first, one) => (one < first ? one : first));
}

/** What an open case waits for next: a task that is open, or one that will open by itself. */
export interface NastaSteg {
  readonly typ: Uppgiftstyp;
  readonly roll: Rollkod;
  readonly verksamhet?: string;
  readonly forfaller: Dag;
  /** When the task opens, if it is not open yet. */
  readonly oppnas?: Instant;
}

/**
 * The next step of a case: the open task that falls due first, otherwise the first that will open by itself. Every open
 * case has one; only a closed one has none.
 */
export function nextStep(lage: Lage): NastaSteg | undefined {
  const open = lage.uppgifter.toSorted((a, b) => a.forfaller.localeCompare(b.forfaller) || a.nr - b.nr)[0];
  if (open) return open;
  const planned = lage.frister
    .filter((frist) => frist.typ === 'uppgift_oppnas')
    .toSorted((a, b) => a.nar.localeCompare(b.nar))[0];
  return (
    planned && {
      typ: planned.uppgift,
      roll: uppgiftsslag[planned.uppgift].roll,
      forfaller: planned.forfaller,
      oppnas: planned.nar,
    }
  );
}

/** What a decision is, as it travels to the case: who, on which Swedish day, and only ids, codes and dates. */
export interface Beslutsunderlag {
  granskning: { utfall: Granskning };
  yttrande: { verksamhet: string };
  rekommendation: { utfall: Rekommendationskod; narvarande: string[] };
  aterkoppling: { utfall: Aterkopplingskod };
  utebliven_aterkoppling: Record<string, never>;
  personens_svar: { svar: PersonensSvarskod; datum: Dag };
  inskrivning: { beslutsdatum: Dag; startdatum: Dag; koordinator: string; overinskrivning: boolean };
  kartlaggning: { klar: Dag; spar: Spar };
  fasbyte: { till: Arbetsfas };
  planuppfoljning: { datum: Dag };
  insatstidsoversyn: { datum: Dag };
  forlangningsforslag: { dialogdatum: Dag; slut: Dag };
  forlangning: { utfall: Forlangningsutfall; slut?: Dag };
  avslut: { avslutsdatum: Dag };
  avslutsuppgifter: { orsak: Avslutsorsak };
  kontaktforsok: { datum: Dag; naddes: boolean };
  uppfoljning: { resultat: Uppfoljningsresultat; datum: Dag };
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
