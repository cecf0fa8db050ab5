import type { Dag } from './kalender/kalender.js';
import type { Part } from './koder.js';
import type { Uppgiftstyp } from './uppgifter.js';

/** Who a reminder goes to: the one who owes the task, or a step up the ladder. */
export type Paminnelsemottagare = 'ansvarig' | 'sammankallande' | 'styrgrupp';

/** One step of a reminder ladder, counted from the due date: negative before, 0 on, positive after. */
export interface Paminnelsesteg {
  readonly arbetsdagar?: number;
  readonly dagar?: number;
  readonly till: Paminnelsemottagare;
}

/** A rule that requires, excludes or warns; shown while the form is filled in, set aside only with a reason. */
export type Behorighetsregel =
  | { readonly slag: 'alder'; readonly fran?: number; readonly till?: number; readonly text: string }
  | { readonly slag: 'kommun'; readonly kommuner: readonly string[]; readonly text: string }
  | { readonly slag: 'minst_antal_verksamheter'; readonly antal: number; readonly text: string }
  | { readonly slag: 'upplysning'; readonly text: string };

/** Time budget of a participation: none (looked over at intervals), soft (may be passed, marked) or hard. */
export type Insatstidsregel =
  | { readonly slag: 'ingen'; readonly oversynManader: number; readonly oversynOppnasDagarFore: number }
  | { readonly slag: 'mjuk' | 'hard'; readonly manader: number; readonly varningDagarFore: number };

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
  readonly moten: Moteskadens;
  /** How many verksamheter must be present for a recommendation. */
  readonly quorum: number;
}

/** An insats described as data. A running case keeps the version it started with (design 2). */
export interface Insatsprofil {
  readonly kod: string;
  readonly namn: string;
  readonly beskrivning: string;
  /** Kommunkoder whose residents the insats is for. */
  readonly kommuner: readonly string[];
  readonly parter: readonly Part[];
  readonly behorighet: readonly Behorighetsregel[];
  readonly team: readonly [Teamprofil, ...Teamprofil[]];
  readonly kapacitet: {
    readonly samtidigt?: number;
    readonly perAr?: number;
    readonly helarsplatser?: number;
  };
  readonly insatstid: Insatstidsregel;
  readonly frister: {
    readonly granskningArbetsdagar: number;
    readonly agendaStangerArbetsdagar: number;
    readonly yttrandeArbetsdagarFore: number;
    readonly rekommendationArbetsdagar: number;
    readonly aterkopplingVeckor: number;
    readonly utebliveAterkopplingArbetsdagar: number;
    readonly svarArbetsdagar: number;
    readonly inskrivningArbetsdagar: number;
    readonly kartlaggningVeckor: number;
    readonly planuppfoljningDagar: number;
    readonly forlangningArbetsdagar: number;
    readonly insatstidSlutArbetsdagar: number;
    readonly avslutsuppgifterDagar: number;
    readonly uppfoljningOppnasDag: number;
    readonly uppfoljningDag: number;
    readonly uppfoljningSenastDag: number;
  };
  readonly kontaktforsok: number;
  readonly kartlaggningsinstrument: readonly string[];
  /** The customer's names of the five steps of the self-rating, lowest first. */
  readonly utvecklingstrappa: readonly [string, string, string, string, string];
  readonly mal: readonly { readonly procent: number; readonly text: string }[];
  /** Reminder ladders: `standard`, and those of single kinds of task. */
  readonly paminnelser: { readonly standard: readonly Paminnelsesteg[] } & {
    readonly [typ in Uppgiftstyp]?: readonly Paminnelsesteg[];
  };
  /** After the last step the reminder comes again at this interval, to the last step's receiver. */
  readonly paminnelseUpprepasArbetsdagar: number;
}

/** The profile of a team, by its code. */
export function teamprofil(profil: Insatsprofil, kod: string): Teamprofil {
  const team = profil.team.find((one) => one.kod === kod);
  if (!team) throw new Error(`The profile ${profil.kod} has no team ${kod}`);
  return team;
}
