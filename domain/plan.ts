import type { Forandring } from './forandring.js';
import { arbetsdagarFranIdag, dagarFran, morgon, sistaDagKartlaggning, sistaDagPlanuppfoljning } from './frister.js';
import type { Insatsprofil } from './insatsprofil.js';
import type { Dag } from './kalender/kalender.js';
import type { OppenAktivitet, OppenAnsokan } from './lage.js';
import type { Uppgiftstyp } from './uppgifter.js';

/*
 * The tasks of kartläggning, plan and verkställighet (design 2.6–2.8): when each opens, when it is due and when it is
 * done. A task that lies ahead is planned; one whose day has come is opened at once.
 */

/** Whether an insats lets nobody go on without a kartläggning. */
export const kartlaggningKravs = ({ kartlaggning }: Pick<Insatsprofil, 'kartlaggning'>): boolean =>
  kartlaggning === 'kravs';

/**
 * What begins when a case comes into the phase of kartläggning: the kartläggning itself, and ahead of it the plan and
 * the first rating (design 2.6).
 *
 * @param startdatum the first day of the participation, which every deadline is counted from
 */
export function startaKartlaggning(forandring: Forandring, startdatum: Dag): void {
  forandring.set({ kartlaggningKravs: kartlaggningKravs(forandring.om.profil) });
  forandring.open('kartlaggning', sistaDagKartlaggning(startdatum, forandring.om));
  planeraPlanOchSkattning(forandring, startdatum);
}

/**
 * Design 2.6: a genomförandeplan and a first rating exist within some weeks of startdatum plus the time of the
 * kartläggning. They are asked for when that time is over; what exists already is not asked for.
 */
export function planeraPlanOchSkattning(forandring: Forandring, startdatum: Dag): void {
  const { om } = forandring;
  const { kartlaggningVeckor, planVeckor } = om.profil.frister;
  const oppnas = om.kalender.addDays(startdatum, 7 * kartlaggningVeckor);
  const forfaller = dagarFran(startdatum, 7 * (kartlaggningVeckor + planVeckor), om);
  for (const typ of saknade(forandring)) openFrom(forandring, typ, oppnas, forfaller);
}

/** Of plan and first rating, what is still to be made. */
const saknade = ({ lage }: Forandring): Uppgiftstyp[] => [
  ...(lage.plan?.gallande === undefined ? (['genomforandeplan'] as const) : []),
  ...((lage.skattningar ?? 0) === 0 ? (['skattning'] as const) : []),
];

/**
 * The case goes to work: the plan is looked over at intervals from now on, and the plan and the first rating that were
 * planned can be made (design 2.6, 2.7).
 */
export function borjaArbetet(forandring: Forandring): void {
  for (const typ of saknade(forandring)) {
    const planned = forandring.lage.frister.find((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === typ);
    if (planned?.typ !== 'uppgift_oppnas') continue;
    forandring.unplan((frist) => frist === planned);
    forandring.open(typ, planned.forfaller);
  }
  forandring.open('planuppfoljning', sistaDagPlanuppfoljning(forandring.idag, forandring.om));
}

/** Ends what asked for something that is now done, whether it was open or lay ahead. */
export function uppfylld(forandring: Forandring, typ: Uppgiftstyp, ref?: string): void {
  forandring.end('klar', [typ], (uppgift) => uppgift.ref === ref);
  forandring.unplan((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === typ && frist.mal?.ref === ref);
}

/** Counts a self-rating; with the first one the task of making it is done. */
export function raknaSkattning(forandring: Forandring): void {
  forandring.set({ skattningar: (forandring.lage.skattningar ?? 0) + 1 });
  uppfylld(forandring, 'skattning');
}

/** Design 2.8: the day after an activity's last, somebody asks what came of it. One without a last day is not asked about. */
export function planeraAktivitetsslut(forandring: Forandring, { id, till }: OppenAktivitet): void {
  if (till === undefined) return;
  askFrom(forandring, 'aktivitetsslut', forandring.om.kalender.addDays(till, 1), id);
}

/**
 * Design 2.8: an application that should have its answer is looked at.
 *
 * @param fran the day from which the days of waiting are counted
 */
export function planeraErsattningsbeslut(forandring: Forandring, { id }: OppenAnsokan, fran: Dag): void {
  const { om } = forandring;
  askFrom(forandring, 'ersattningsbeslut', om.kalender.addDays(fran, om.profil.frister.ersattningsbeslutDagar), id);
}

/** Plans a task about one thing, with the profile's time to register what came of it. */
function askFrom(forandring: Forandring, typ: Uppgiftstyp, dag: Dag, ref: string): void {
  const { om } = forandring;
  const from = om.kalender.arbetsdagFrom(dag < forandring.idag ? forandring.idag : dag);
  openFrom(forandring, typ, dag, om.kalender.addArbetsdagar(from, om.profil.frister.registreringArbetsdagar), ref);
}

function openFrom(forandring: Forandring, typ: Uppgiftstyp, dag: Dag, forfaller: Dag, ref?: string): void {
  const nar = morgon(dag, forandring.om);
  const mal = ref === undefined ? {} : { ref };
  if (nar <= forandring.om.nu) forandring.open(typ, forfaller, mal);
  else forandring.plan({ typ: 'uppgift_oppnas', nar, uppgift: typ, forfaller, ...(ref === undefined ? {} : { mal }) });
}

/**
 * A case that had been ended goes on: what the work waits for is asked for anew (design 2, reopening). What has a task or
 * a planned one already is left as it is.
 */
export function aterupptaArbetet(forandring: Forandring): void {
  const { lage, om, idag } = forandring;
  const asked = (typ: Uppgiftstyp, ref?: string): boolean =>
    lage.uppgifter.some((uppgift) => uppgift.typ === typ && uppgift.ref === ref) ||
    lage.frister.some((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === typ && frist.mal?.ref === ref);
  if (!asked('planuppfoljning')) forandring.open('planuppfoljning', sistaDagPlanuppfoljning(idag, om));
  for (const typ of saknade(forandring).filter((one) => !asked(one)))
    forandring.open(typ, arbetsdagarFranIdag(om.profil.frister.registreringArbetsdagar, om));
  for (const aktivitet of (lage.aktiviteter ?? []).filter(({ id }) => !asked('aktivitetsslut', id)))
    planeraAktivitetsslut(forandring, aktivitet);
  for (const ansokan of (lage.ersattningar ?? []).filter(({ id }) => !asked('ersattningsbeslut', id)))
    planeraErsattningsbeslut(forandring, ansokan, ansokan.skickad);
}
