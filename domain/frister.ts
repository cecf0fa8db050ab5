import type { Insatsprofil } from './insatsprofil.js';
import type { Dag, Instant, Kalender } from './kalender/kalender.js';
import { ledigPlats, teamMoten, type Motesgrund, type Teammote } from './motesplan.js';

/*
 * Every deadline of the process (design 2): from the profile's numbers and the Swedish calendar to days and instants.
 * A task's last day is a working day; a period that ends on another day ends on the next working day.
 * What the system does by itself it does at the start of the working day.
 */

interface Om {
  readonly nu: Instant;
  readonly profil: Insatsprofil;
  readonly kalender: Kalender;
}

const MORGON = '08:00';

/** The morning of a day, when reminders go out and tasks open; of the next working day when the day is not one. */
export const morgon = (dag: Dag, { kalender }: Pick<Om, 'kalender'>): Instant =>
  kalender.instantAt(kalender.arbetsdagFrom(dag), MORGON);

const idag = ({ kalender, nu }: Om): Dag => kalender.dayOf(nu);

/** The last day of a number of working days from today. */
export const arbetsdagarFranIdag = (arbetsdagar: number, om: Om): Dag =>
  om.kalender.addArbetsdagar(idag(om), arbetsdagar);

/** The last day of a number of calendar days from a day, moved to a working day. */
export const dagarFran = (dag: Dag, dagar: number, { kalender }: Pick<Om, 'kalender'>): Dag =>
  kalender.arbetsdagFrom(kalender.addDays(dag, dagar));

/** Design 2.2: sammankallande reviews within 3 working days. */
export const sistaDagGranskning = (om: Om): Dag => arbetsdagarFranIdag(om.profil.frister.granskningArbetsdagar, om);

/** Design 2.3: yttranden are due 2 working days before the meeting. */
export const sistaDagYttrande = (motesdag: Dag, { profil, kalender }: Om): Dag =>
  kalender.addArbetsdagar(motesdag, -profil.frister.yttrandeArbetsdagarFore);

/** Design 2.3: the remittent's återkoppling after 6 weeks. */
export const sistaDagAterkoppling = (om: Om): Dag => dagarFran(idag(om), 7 * om.profil.frister.aterkopplingVeckor, om);

/** Design 2.6: kartläggning takes 8 weeks from startdatum. */
export const sistaDagKartlaggning = (startdatum: Dag, om: Om): Dag =>
  dagarFran(startdatum, 7 * om.profil.frister.kartlaggningVeckor, om);

/** Design 2.7: the plan is looked over every 90 days. */
export const sistaDagPlanuppfoljning = (fran: Dag, om: Om): Dag =>
  dagarFran(fran, om.profil.frister.planuppfoljningDagar, om);

/** Design 2.10: 14 days to complete an avslut. */
export const sistaDagAvslutsuppgifter = (om: Om): Dag =>
  dagarFran(idag(om), om.profil.frister.avslutsuppgifterDagar, om);

/** Design 2.11: the days of the follow-up, counted from avslutsdatum: contact opens, described day, last day. */
export function uppfoljningsdagar(avslutsdatum: Dag, { profil, kalender }: Om): { oppnas: Dag; dag: Dag; senast: Dag } {
  const { uppfoljningOppnasDag, uppfoljningDag, uppfoljningSenastDag } = profil.frister;
  return {
    oppnas: kalender.addDays(avslutsdatum, uppfoljningOppnasDag),
    dag: kalender.addDays(avslutsdatum, uppfoljningDag),
    senast: dagarFran(avslutsdatum, uppfoljningSenastDag, { kalender }),
  };
}

/** Design 2.9: the last day of an insatstid of calendar months, clamped to the end of a shorter month. */
export const insatstidSlut = (startdatum: Dag, manader: number, { kalender }: Om): Dag =>
  kalender.addMonths(startdatum, manader);

/**
 * Design 2.3: the first meeting of the team whose agenda is still open today and has a slot for the case. The agenda
 * closes a number of working days before; what comes later goes to the meeting after.
 *
 * @param after only meetings later than this instant (a case that was put off goes to the next one)
 * @param nollplacerad whether the case may take a slot that is kept for nollplacerade
 * @throws when there is no such meeting within three years, which nobody but the profile's author can mend
 */
export function nextMote(
  team: string,
  om: Om & Motesgrund,
  after?: Instant,
  nollplacerad = false,
): Teammote & { readonly oronmarkt: boolean } {
  const { profil, kalender } = om;
  const first = idag(om);
  for (const mote of teamMoten(team, om, first)) {
    if (after !== undefined && mote.borjar <= after) continue;
    if (first > kalender.addArbetsdagar(mote.dag, -profil.frister.agendaStangerArbetsdagar)) continue;
    const plats = ledigPlats(team, mote, om, nollplacerad);
    if (plats) return { ...mote, ...plats };
  }
  throw new Error(`The profile ${profil.kod} has no meeting of ${team} from ${first} for three years`);
}

/** Design 2.3: a case that is taken up at short notice has a shorter time to answer, today at the earliest. */
export const sistaDagSkyndsamtYttrande = (motesdag: Dag, om: Om): Dag =>
  tidigast(om.kalender.addArbetsdagar(motesdag, -om.profil.frister.skyndsamtYttrandeArbetsdagarFore), om);

/** Design 2.3: what a meeting said is recorded some working days after it. */
export const arbetsdagEfterMote = (motesdag: Dag, { profil, kalender }: Om): Dag =>
  kalender.addArbetsdagar(motesdag, profil.frister.rekommendationArbetsdagar);

/** A day that is not past: today, or the first working day after, when the day has been. */
export function tidigast(dag: Dag, om: Pick<Om, 'nu' | 'kalender'>): Dag {
  const first = om.kalender.arbetsdagFrom(om.kalender.dayOf(om.nu));
  return dag < first ? first : dag;
}
