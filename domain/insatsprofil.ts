import type { Fas } from './faser.js';
import type { Handlingsslag } from './gallring.js';
import type { Dag } from './kalender/kalender.js';
import type { Rollkod } from './koder.js';
import type { Uppgiftstyp } from './uppgifter.js';

/** Whom the reminders of an undone task climb through, from who owes it to who leads the styrgrupp (design 2). */
export const trappa = ['ansvarig', 'ersattare', 'sammankallande', 'styrgrupp'] as const;

/** Who a reminder goes to: the one who owes the task, or a step up the ladder. */
export type Paminnelsemottagare = (typeof trappa)[number];

/** One step of a reminder ladder, counted from the due date: negative before, 0 on, positive after. */
export interface Paminnelsesteg {
  readonly arbetsdagar?: number;
  readonly dagar?: number;
  readonly till: Paminnelsemottagare;
}

/**
 * A rule that requires, excludes, prioritises or informs (design 2.1); shown while the form is filled in. One that is not
 * met is set aside only with a reason; one that prioritises gives points in the queue.
 */
export type Behorighetsregel =
  | { readonly slag: 'alder'; readonly fran?: number; readonly till?: number; readonly text: string }
  | { readonly slag: 'kommun'; readonly kommuner: readonly string[]; readonly text: string }
  | { readonly slag: 'minst_antal_verksamheter'; readonly antal: number; readonly text: string }
  /** Something that nobody can compute: the remittent says whether it applies. */
  | { readonly slag: 'uteslutning'; readonly kod: string; readonly text: string }
  | { readonly slag: 'prioritet'; readonly villkor: Prioritetsvillkor; readonly poang: number; readonly text: string }
  | { readonly slag: 'upplysning'; readonly text: string };

/** What can give priority in the queue. */
export type Prioritetsvillkor =
  | { readonly slag: 'nollplacerad' | 'skyndsam' }
  | { readonly slag: 'alder'; readonly fran?: number; readonly till?: number }
  | { readonly slag: 'kommun'; readonly kommuner: readonly string[] };

/** Time budget of a participation: none (looked over at intervals), soft (may be passed, marked) or hard. */
export type Insatstidsregel =
  | { readonly slag: 'ingen'; readonly oversynManader: number; readonly oversynOppnasDagarFore: number }
  | { readonly slag: 'mjuk' | 'hard'; readonly manader: number; readonly varningDagarFore: readonly number[] };

/** A team's recurring meeting: every so many weeks from a first day, moved to the next working day when that is red. */
export interface Moteskadens {
  readonly forsta: Dag;
  readonly veckor: number;
  readonly klockslag: string;
  readonly minuterPerArende: number;
  /** Months-and-days, `MM-DD`, between which no meetings are held. */
  readonly uppehall?: { readonly fran: string; readonly till: string };
}

export interface Teamprofil {
  readonly kod: string;
  readonly namn: string;
  /** Kommunkoder whose people the team is for; none: every kommun of the insats. */
  readonly kommuner?: readonly string[];
  readonly moten: Moteskadens;
  /** How many ärenden an agenda holds, and how many of these slots only nollplacerade may take. */
  readonly platser?: number;
  readonly oronmarkta?: number;
  /** How many verksamheter must be present for a recommendation. */
  readonly quorum: number;
}

/** A code of an insats's own list, with its words. A list and no record: what is stored keeps its order. */
export interface Kodrad {
  readonly kod: string;
  readonly namn: string;
}

/** An insats described as data. A running case keeps the version it started with (design 2). */
export interface Insatsprofil {
  readonly kod: string;
  readonly namn: string;
  readonly beskrivning: string;
  /** Kommunkoder whose residents the insats is for. */
  readonly kommuner: readonly string[];
  /** Codes of the parter that take part; their names are the förbund's. */
  readonly parter: readonly string[];
  readonly behorighet: readonly Behorighetsregel[];
  readonly team: readonly [Teamprofil, ...Teamprofil[]];
  readonly kapacitet: {
    /** Only this one makes a queue. */
    readonly samtidigt?: number;
    readonly perAr?: number;
    readonly helarsplatser?: number;
    readonly konsultationerPerAr?: number;
    /** Whether a paus gives the place to the next in the queue. */
    readonly pausFrigorPlats: boolean;
  };
  /** Whether a förgrupp is offered, and whether before or after inskrivning. */
  readonly forgrupp: 'ingen' | 'fore' | 'efter';
  /** Whether every deltagare is mapped, or the team may decide to go on without. */
  readonly kartlaggning: 'kravs' | 'kan_utga';
  readonly insatstid: Insatstidsregel;
  readonly frister: Frister;
  readonly kontaktforsok: number;
  /** Contacts within one offer of a place, and how often a turn is kept by one who was not reached. */
  readonly erbjudande: { readonly kontakter: number; readonly missar: number };
  readonly kartlaggningsinstrument: readonly string[];
  /** The customer's names of the five steps of the self-rating, lowest first. */
  readonly utvecklingstrappa: readonly [string, string, string, string, string];
  readonly mal: readonly Mal[];
  /** The styrgrupp's riktlinjer for kompetenshöjande medel, in whole kronor; missing: there are none to decide on. */
  readonly medel?: { readonly riktlinjer: string; readonly takPerBeslut: number; readonly arssumma: number };
  /** Whether who proposes may decide her own proposal (förlängning, medel); marked in the trace. */
  readonly egetForslag: boolean;
  /** Wording of phases where the insats has its own. */
  readonly fasord?: { readonly [fas in Fas]?: string };
  /** What a role is called where the insats has its own word: vägledare, samverkansledare. */
  readonly rollord?: { readonly [roll in Rollkod]?: string };
  /** Code lists where the insats has its own; codes that it shares with the standard lists keep their meaning. */
  readonly koder?: {
    readonly avslutsorsaker?: readonly Kodrad[];
    readonly sysselsattningar?: readonly Kodrad[];
    readonly forsorjningar?: readonly Kodrad[];
  };
  /** Kinds of document that are kept in the own verksamhetssystem and not here (design 2.7). */
  readonly forsIEgetSystem?: readonly Dokumentslag[];
  /** When what is stored of a closed ärende is destroyed (design 2.12). The newest version's holds for every ärende. */
  readonly gallring: Gallringsregler;
  /** Reminder ladders: `standard`, and those of single kinds of task. */
  readonly paminnelser: { readonly standard: readonly Paminnelsesteg[] } & {
    readonly [typ in Uppgiftstyp]?: readonly Paminnelsesteg[];
  };
  /** After the last step the reminder comes again at this interval, to the last step's receiver. */
  readonly paminnelseUpprepasArbetsdagar: number;
}

/** Months after the closing of an ärende, by kind of document, or that it is kept; and whether a row of statistics is. */
export interface Gallringsregler {
  readonly handlingar: { readonly [slag in Handlingsslag]: number | 'bevaras' };
  readonly statistik: 'bevaras' | 'gallras';
}

/** Kinds of document of a case. */
export type Dokumentslag = 'anteckning' | 'genomforandeplan' | 'kartlaggning' | 'flerpartsmote';

/** A goal: how many per cent, of what, and which codes at which moment make its numerator (domain rule 4f). */
export interface Mal {
  readonly procent: number;
  readonly text: string;
  readonly taljare?: {
    readonly vid: 'avslut' | 'uppfoljning';
    readonly slag: 'orsak' | 'sysselsattning' | 'forsorjning' | 'skattning';
    readonly koder: readonly string[];
  };
}

/** Every number of days, working days, weeks or months of the process; the name says which. */
export interface Frister {
  readonly granskningArbetsdagar: number;
  readonly kompletteringArbetsdagar: number;
  /** After the last day of a komplettering, until sammankallande decides without it. */
  readonly uteblivenKompletteringArbetsdagar: number;
  readonly agendaStangerArbetsdagar: number;
  readonly yttrandeArbetsdagarFore: number;
  readonly skyndsamtYttrandeArbetsdagarFore: number;
  readonly rekommendationArbetsdagar: number;
  readonly styrgruppArbetsdagar: number;
  readonly aterkopplingVeckor: number;
  readonly utebliveAterkopplingArbetsdagar: number;
  readonly forgruppVeckor: number;
  readonly svarArbetsdagar: number;
  readonly inskrivningArbetsdagar: number;
  readonly erbjudandeArbetsdagar: number;
  readonly koversynDagar: number;
  readonly kartlaggningVeckor: number;
  /** Genomförandeplan and first rating, after startdatum and the time of the kartläggning. */
  readonly planVeckor: number;
  readonly planuppfoljningDagar: number;
  readonly medelArbetsdagar: number;
  readonly ersattningsbeslutDagar: number;
  /** To register what came of an activity that has ended, or of an application that should have its answer. */
  readonly registreringArbetsdagar: number;
  /** Longer pauses than this are decided by sammankallande. */
  readonly pausKoordinatorDagar: number;
  readonly forlangningArbetsdagar: number;
  readonly insatstidSlutArbetsdagar: number;
  readonly samtyckeVarningDagar: number;
  readonly avslutsuppgifterDagar: number;
  readonly uppfoljningOppnasDag: number;
  readonly uppfoljningDag: number;
  readonly uppfoljningSenastDag: number;
}

/** The profile of a team, by its code. */
export function teamprofil(profil: Insatsprofil, kod: string): Teamprofil {
  const team = profil.team.find((one) => one.kod === kod);
  if (!team) throw new Error(`The profile ${profil.kod} has no team ${kod}`);
  return team;
}

/** The team for a kommun: the one that names it, otherwise one that is for every kommun, otherwise the first. */
export const teamForKommun = ({ team }: Pick<Insatsprofil, 'team'>, kommun: string): Teamprofil =>
  team.find(({ kommuner }) => kommuner?.includes(kommun)) ??
  team.find(({ kommuner = [] }) => kommuner.length === 0) ??
  team[0];
