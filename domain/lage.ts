import type { Beslutstyp, Fas } from './faser.js';
import type { Dag, Instant } from './kalender/kalender.js';
import type {
  Aktivitetsslag,
  Ersattning,
  Pausorsak,
  PersonensSvarskod,
  Planlage,
  Rollkod,
  Spar,
  Stangning,
  Syfte,
} from './koder.js';
import type { Paminnelse } from './paminnelser.js';
import { uppgiftstyper, type Uppgiftstyp } from './uppgifter.js';

/** Whose a task is, when it is not simply the holder's of its kind's role, and what it is about. */
export interface Uppgiftsmal {
  /** Who owes it instead of the role that its kind names. */
  readonly roll?: Rollkod;
  /** The verksamhet that owes it, when it is a verksamhet's and not a person's. */
  readonly verksamhet?: string;
  /** The named person who owes it. */
  readonly person?: string;
  /** The id of what it is about: an action, a proposal, an activity. */
  readonly ref?: string;
}

/** A task that somebody owes. */
export interface OppenUppgift extends Uppgiftsmal {
  /** Running number within the ärende. */
  readonly nr: number;
  readonly typ: Uppgiftstyp;
  readonly roll: Rollkod;
  readonly oppnad: Instant;
  /** The last day to do it. */
  readonly forfaller: Dag;
  /** The next reminder. */
  readonly paminnelse: Paminnelse;
}

/** Something that will happen by itself. */
export type Frist =
  | {
      readonly typ: 'uppgift_oppnas';
      readonly nar: Instant;
      readonly uppgift: Uppgiftstyp;
      readonly forfaller: Dag;
      readonly mal?: Uppgiftsmal;
    }
  /** The next warning of an insatstid's end, after the one that opened the task. */
  | { readonly typ: 'insatstid_slut' | 'insatstid_varning'; readonly nar: Instant }
  | { readonly typ: 'paus_borjar' | 'paus_slut'; readonly nar: Instant }
  /** The day of the meeting is over: who has not answered is not waited for. */
  | { readonly typ: 'motesdag_slut'; readonly nar: Instant }
  | { readonly typ: 'samtycke_borjar' | 'samtycke_slut'; readonly nar: Instant; readonly verksamhet: string };

/** An action that somebody has promised: of a råd, a meeting or the team's answer. */
export interface Atgard {
  readonly id: string;
  readonly verksamhet: string;
  /** The named responsible, when she is a user; otherwise the verksamhet owes it. */
  readonly person?: string;
  readonly senast: Dag;
}

/** An activity that has not been ended. */
export interface OppenAktivitet {
  readonly id: string;
  readonly slag: Aktivitetsslag;
  readonly fran: Dag;
  readonly till?: Dag;
}

/** An application for ersättning that has no answer yet. */
export interface OppenAnsokan {
  readonly id: string;
  readonly slag: Ersattning;
  readonly skickad: Dag;
}

/** A proposal of kompetenshöjande medel that waits for its decision. */
export interface Medelforslag {
  readonly id: string;
  /** Whole kronor. */
  readonly belopp: number;
  readonly beslutas: 'sammankallande' | 'styrgrupp';
  /** Who proposed it. */
  readonly av?: string;
}

/** A last day that a pause has moved: of an open task (`nr`), or of one that opens by itself. */
export interface FlyttadFrist {
  readonly uppgift: Uppgiftstyp;
  readonly nr?: number;
  /** As it was before the pause. */
  readonly forfaller: Dag;
  readonly oppnas?: Instant;
}

/** A pause of the participation, which may lie ahead. */
export interface Pausperiod {
  readonly id: string;
  readonly orsak: Pausorsak;
  readonly fran: Dag;
  readonly till: Dag;
  /** What it has moved; missing until it begins. */
  readonly flyttat?: readonly FlyttadFrist[];
}

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

  /** The verksamheter whose samtycke everything rests on: the remittent's and the huvudman's. */
  readonly remittentVerksamhet?: string;
  readonly huvudman?: string;
  /** What earmarks a slot or gives priority; codes only. */
  readonly nollplacerad?: boolean;
  readonly skyndsam?: boolean;
  /** The phase from which a komplettering was asked for. */
  readonly kompletteringFran?: 'mottagen' | 'konsultation';
  /** The last days of samtycke, by verksamhet; a verksamhet without one is open-ended. */
  readonly samtyckenTill?: Readonly<Record<string, Dag>>;

  /** The meeting on whose agenda the ärende stands, or stood last. */
  readonly mote?: {
    readonly borjar: Instant;
    readonly dag: Dag;
    readonly quorum: number;
    /** Whether it takes a slot that is kept for nollplacerade. */
    readonly oronmarkt?: boolean;
  };
  /** The verksamheter that have answered for that meeting. */
  readonly yttranden?: readonly string[];
  readonly svar?: PersonensSvarskod;
  readonly svarsdatum?: Dag;
  readonly koordinator?: string;
  readonly forgrupp?: { readonly erbjuden: Dag; readonly startad?: Dag };
  /** The turn in the queue: by decision date, rules of the profile first, then a priority by hand. */
  readonly ko?: {
    readonly beslutsdatum: Dag;
    /** Points by the profile's rules; more comes first. */
    readonly regelpoang: number;
    /** A turn given by hand; lower comes first, before all without one. */
    readonly tur?: number;
    /** How often a place was offered and the person not reached. */
    readonly missar: number;
  };
  /** The place that is offered now. */
  readonly erbjudande?: {
    readonly id: string;
    readonly erbjuden: Dag;
    readonly senast: Dag;
    readonly kontakter: number;
    readonly maxKontakter: number;
  };
  readonly startdatum?: Dag;
  readonly insatstid?: { readonly slut: Dag; readonly overTidenSedan?: Dag; readonly hard: boolean };
  /** The pause that the participation is in or that lies ahead. */
  readonly paus?: Pausperiod;
  /** The days given back by earlier pauses, and the last paused day of the latest. */
  readonly pausdagar?: number;
  readonly pausadTill?: Dag;
  readonly spar?: Spar;
  /** Whether the kartläggning was done or the team decided to go on without. */
  readonly kartlagd?: 'klar' | 'utan';
  /** The day of the one or the other: no arbetsprövning begins before it. */
  readonly kartlagdDag?: Dag;
  /** Whether the insats lets nobody go on without a kartläggning. */
  readonly kartlaggningKravs?: boolean;
  /** The latest version of the plan, and the latest that the participant has taken part in. */
  readonly plan?: { readonly version: number; readonly lage: Planlage; readonly gallande?: number };
  /** How many self-ratings there are. */
  readonly skattningar?: number;
  /** The question that waits for the team, and the meeting at which it is taken up. */
  readonly teamlyft?: { readonly id: string; readonly mote: Instant; readonly dag: Dag };
  /** The question that waits for the styrgrupp. */
  readonly styrgruppslyft?: { readonly id: string };
  readonly medel?: readonly Medelforslag[];
  readonly aktiviteter?: readonly OppenAktivitet[];
  readonly ersattningar?: readonly OppenAnsokan[];
  /** Whether another verksamhet has taken over, by its named contact (design 2.10). */
  readonly overlamnad?: boolean;
  /** Whether the person has said no to being contacted after avslut. */
  readonly kontaktnej?: boolean;
  readonly skyddad?: boolean;
  /** The people named in it, who alone see the ärende of a protected person; missing: nobody is named yet; empty: anew. */
  readonly namngivna?: readonly string[];
  /** An extension that waits for its decision: the proposal's id and the last day it asks for. */
  readonly forlangning?: { readonly forslag: string; readonly slut: Dag; readonly av?: string };
  readonly avslutsdatum?: Dag;
  readonly uppfoljning?: {
    readonly dag: Dag;
    readonly senast: Dag;
    readonly forsok: number;
    readonly maxForsok: number;
  };
  readonly stangdSom?: Stangning;
  /** The phase that a closed case was closed in. */
  readonly stangdFran?: Fas;
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
  /** The number of the task, when it is open. */
  readonly nr?: number;
  readonly typ: Uppgiftstyp;
  readonly roll: Rollkod;
  readonly verksamhet?: string;
  readonly person?: string;
  readonly ref?: string;
  readonly forfaller: Dag;
  /** When the task opens, if it is not open yet. */
  readonly oppnas?: Instant;
}

/**
 * The next step of a case: the open task that falls due first, at a hard maximum the styrgrupp's; otherwise the first that will open by itself. Every open
 * case has one; only a closed one has none.
 */
export function nextStep(lage: Lage): NastaSteg | undefined {
  const open = lage.uppgifter.toSorted(
    (a, b) => rang(a) - rang(b) || a.forfaller.localeCompare(b.forfaller) || a.nr - b.nr,
  )[0];
  if (open) return open;
  const planned = lage.frister
    .filter((frist) => frist.typ === 'uppgift_oppnas')
    .toSorted((a, b) => a.nar.localeCompare(b.nar))[0];
  return (
    planned && {
      typ: planned.uppgift,
      roll: uppgiftstyper[planned.uppgift].roll,
      ...planned.mal,
      forfaller: planned.forfaller,
      oppnas: planned.nar,
    }
  );
}

/** At a hard maximum the styrgrupp's decision comes before everything else (design 2.9). */
const rang = ({ typ }: OppenUppgift): number => (typ === 'langsta_tid' ? 0 : 1);
