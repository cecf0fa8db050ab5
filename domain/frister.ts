import type { Insatsuppgiftstyp } from './insats/uppgifter.js';
import type { Insatsprofil, Paminnelsesteg } from './insatsprofil.js';
import type { Dag, Instant, Kalender } from './kalender/kalender.js';
import type { OppenUppgift } from './lage.js';
import { ledigPlats, teamMoten, type Motesgrund, type Teammote } from './motesplan.js';
import type { Uppgiftstyp } from './uppgifter.js';

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

/** What has a reminder ladder: a task of an ärende or of the insats itself, which goes by the standard's. */
type Paminnelsetyp = Uppgiftstyp | Insatsuppgiftstyp;

/** What the next reminder of a task is worked out from. */
interface Paminnelseuppgift {
  readonly typ: Paminnelsetyp;
  readonly forfaller: Dag;
  readonly paminnelse: Paminnelse;
}

/** The next reminder of a task. */
type Paminnelse = OppenUppgift['paminnelse'];

function stege(typ: Paminnelsetyp, { paminnelser }: Insatsprofil): readonly Paminnelsesteg[] {
  const own: { readonly [typ: string]: readonly Paminnelsesteg[] } = paminnelser;
  return own[typ] ?? paminnelser.standard;
}

function stegDag(steg: Paminnelsesteg, forfaller: Dag, kalender: Kalender): Dag {
  if (steg.dagar !== undefined) return kalender.addDays(forfaller, steg.dagar);
  return kalender.addArbetsdagar(forfaller, steg.arbetsdagar ?? 0);
}

/** The day of step `steg` of a task's ladder; beyond the last step the last one comes again at the profile's interval. */
function paminnelsedag(steg: number, typ: Paminnelsetyp, forfaller: Dag, om: Om): Dag {
  const steps = stege(typ, om.profil);
  const known = steps[steg];
  if (known) return om.kalender.arbetsdagFrom(stegDag(known, forfaller, om.kalender));
  const last = steps.at(-1);
  const from = last ? stegDag(last, forfaller, om.kalender) : forfaller;
  const upprepningar = steg - Math.max(steps.length - 1, 0);
  return om.kalender.addArbetsdagar(from, upprepningar * om.profil.paminnelseUpprepasArbetsdagar);
}

/** The first reminder of a task that still lies ahead. */
export const firstPaminnelse = (typ: Paminnelsetyp, forfaller: Dag, om: Om): Paminnelse =>
  paminnelseFrom(0, typ, forfaller, om);

/** The reminder that follows on one that has been given; those that were missed meanwhile are not made up for. */
export const followingPaminnelse = (uppgift: Paminnelseuppgift, om: Om): Paminnelse =>
  paminnelseFrom(uppgift.paminnelse.steg + 1, uppgift.typ, uppgift.forfaller, om);

function paminnelseFrom(first: number, typ: Paminnelsetyp, forfaller: Dag, om: Om): Paminnelse {
  // what is past in UTC is past in Sweden: a task years over its time has many steps behind it
  const past = om.nu.slice(0, 10);
  for (let steg = first; ; steg += 1) {
    const dag = paminnelsedag(steg, typ, forfaller, om);
    if (dag < past) continue;
    const nar = morgon(dag, om);
    if (nar > om.nu) return { steg, nar };
  }
}

/** Who the reminder of a step goes to. */
export function paminnelsemottagare(uppgift: Paminnelseuppgift, profil: Insatsprofil): Paminnelsesteg['till'] {
  const steps = stege(uppgift.typ, profil);
  return (steps[uppgift.paminnelse.steg] ?? steps.at(-1))?.till ?? 'ansvarig';
}
