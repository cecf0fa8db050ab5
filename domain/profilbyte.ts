import { deltagandefaser } from './faser.js';
import { Forandring, type Omstandighet } from './forandring.js';
import {
  arbetsdagarFranIdag,
  dagarFran,
  insatstidSlut,
  morgon,
  sistaDagAterkoppling,
  sistaDagKartlaggning,
  sistaDagYttrande,
  uppfoljningsdagar,
} from './frister.js';
import type { Frister, Insatsprofil } from './insatsprofil.js';
import { planOversyn, setInsatstidSlut, stillInsatstid } from './insatstid.js';
import type { Dag } from './kalender/kalender.js';
import type { Frist, Lage, OppenUppgift } from './lage.js';
import { fortsattStegen } from './paminnelser.js';
import type { Uppgiftstyp } from './uppgifter.js';

/*
 * What a case becomes when it is moved to another version of its insats's profile. The dry run and the decision are the
 * same function. What a person decided stands: a last day that somebody set, an extension, days given back by a pause.
 * Only what the old profile's numbers gave is given anew by the new one's.
 */

type Om = Pick<Omstandighet, 'nu' | 'profil' | 'kalender'>;

/** A task's last day as the profile's numbers give it, or undefined when they do not. */
type Berakning = (uppgift: OppenUppgift, lage: Lage, om: Om) => Dag | undefined;

/** Working days from the day the task was opened. */
const fromOpened =
  (frist: keyof Frister): Berakning =>
  ({ oppnad }, _lage, om) =>
    arbetsdagarFranIdag(om.profil.frister[frist], { ...om, nu: oppnad });

/** Calendar days from the day the task was opened. */
const daysFromOpened =
  (frist: keyof Frister, times = 1): Berakning =>
  ({ oppnad }, _lage, om) =>
    dagarFran(om.kalender.dayOf(oppnad), times * om.profil.frister[frist], om);

const planSenast: Berakning = (_uppgift, { startdatum }, om) =>
  startdatum && dagarFran(startdatum, 7 * (om.profil.frister.kartlaggningVeckor + om.profil.frister.planVeckor), om);

/** How the last day of each kind of task follows from the profile. A kind that is not here keeps the day it has. */
const sistaDag: { readonly [typ in Uppgiftstyp]?: Berakning } = {
  granskning: fromOpened('granskningArbetsdagar'),
  komplettering: fromOpened('kompletteringArbetsdagar'),
  yttrande: (_uppgift, { mote }, om) => mote && sistaDagYttrande(mote.dag, { ...om }),
  rekommendation: (_uppgift, { mote }, om) =>
    mote && om.kalender.addArbetsdagar(mote.dag, om.profil.frister.rekommendationArbetsdagar),
  styrgruppsbeslut: fromOpened('styrgruppArbetsdagar'),
  aterkoppling: ({ oppnad }, _lage, om) => sistaDagAterkoppling({ ...om, nu: oppnad }),
  forgrupp: daysFromOpened('forgruppVeckor', 7),
  personens_svar: fromOpened('svarArbetsdagar'),
  inskrivning: fromOpened('inskrivningArbetsdagar'),
  platserbjudande: fromOpened('erbjudandeArbetsdagar'),
  kartlaggning: (_uppgift, { startdatum }, om) => startdatum && sistaDagKartlaggning(startdatum, om),
  genomforandeplan: planSenast,
  skattning: planSenast,
  planuppfoljning: daysFromOpened('planuppfoljningDagar'),
  medelbeslut: fromOpened('medelArbetsdagar'),
  medelbeslut_styrgrupp: fromOpened('medelArbetsdagar'),
  forlangning: fromOpened('forlangningArbetsdagar'),
  insatstid_slut: fromOpened('insatstidSlutArbetsdagar'),
  avslutsuppgifter: daysFromOpened('avslutsuppgifterDagar'),
  uppfoljning: (_uppgift, { avslutsdatum }, om) => avslutsdatum && uppfoljningsdagar(avslutsdatum, om).senast,
};

/**
 * Moves a case to another version of its insats's profile: everything that the old version's numbers gave is given anew
 * by the new one's (design 2).
 *
 * @param forandring a change whose `om.profil` is the new version
 * @param gammal the version that the case leaves
 */
export function bytProfil(forandring: Forandring, gammal: Insatsprofil, version: number): void {
  const { lage, om } = forandring;
  forandring.set({ profilversion: version });
  const omGammal = { ...om, profil: gammal };
  bytInsatstid(forandring, gammal);
  for (const frist of lage.frister) bytFrist(forandring, frist, lage, omGammal);
  for (const uppgift of lage.uppgifter) bytUppgift(forandring, uppgift, omGammal);
  bytUppfoljning(forandring, omGammal);
  bytNarvarokrav(forandring);
}

/** A new last day never lies behind today because of a move; one that had passed already stays passed. */
function notIntoThePast(ny: Dag, gammal: Dag, { om, idag }: Forandring): Dag {
  if (ny >= idag) return ny;
  return gammal < idag ? gammal : om.kalender.arbetsdagFrom(idag);
}

function bytUppgift(forandring: Forandring, uppgift: OppenUppgift, gammal: Om): void {
  const { om, lage } = forandring;
  if (!lage.uppgifter.some(({ nr }) => nr === uppgift.nr)) return;
  const forr = sistaDag[uppgift.typ]?.(uppgift, lage, gammal);
  const nu = sistaDag[uppgift.typ]?.(uppgift, lage, om);
  if (nu !== undefined && forr === uppgift.forfaller && nu !== forr) {
    const forfaller = notIntoThePast(nu, uppgift.forfaller, forandring);
    if (forfaller !== uppgift.forfaller) {
      forandring.moveDue(uppgift, forfaller);
      followOffer(forandring, uppgift, forfaller);
      return;
    }
  }
  forandring.replace({ ...uppgift, paminnelse: fortsattStegen(uppgift, om, uppgift.paminnelse.niva) });
}

/** An offer's own last day is the last day of its task. */
function followOffer(forandring: Forandring, { typ }: OppenUppgift, senast: Dag): void {
  const { erbjudande } = forandring.lage;
  if (typ === 'platserbjudande' && erbjudande) forandring.set({ erbjudande: { ...erbjudande, senast } });
}

/** How many days later, by the new profile, a planned task of a kind comes. */
function shift(typ: Uppgiftstyp, gammal: Frister, ny: Frister): number {
  switch (typ) {
    case 'planuppfoljning':
      return ny.planuppfoljningDagar - gammal.planuppfoljningDagar;
    case 'turoversyn':
      return ny.koversynDagar - gammal.koversynDagar;
    default:
      return 0;
  }
}

function bytFrist(forandring: Forandring, frist: Frist, lage: Lage, gammal: Om): void {
  const { om } = forandring;
  if (frist.typ !== 'uppgift_oppnas' || !forandring.lage.frister.includes(frist)) return;
  if (frist.uppgift === 'utebliven_aterkoppling') return bytUtebliven(forandring, frist, lage, gammal);
  const days = shift(frist.uppgift, gammal.profil.frister, om.profil.frister);
  if (days === 0) return;
  const later = (dag: Dag): Dag => om.kalender.addDays(dag, days);
  forandring.unplan((one) => one === frist);
  forandring.plan({
    ...frist,
    nar: morgon(later(om.kalender.dayOf(frist.nar)), om),
    forfaller: notIntoThePast(dagarFran(later(frist.forfaller), 0, om), frist.forfaller, forandring),
  });
}

/** The decision about a missing återkoppling opens so many working days after the återkoppling was due. */
function bytUtebliven(
  forandring: Forandring,
  frist: Extract<Frist, { typ: 'uppgift_oppnas' }>,
  lage: Lage,
  gammal: Om,
): void {
  const { om } = forandring;
  const vantar = lage.uppgifter.find(({ typ }) => typ === 'aterkoppling');
  if (!vantar) return;
  const opens = (by: Om) =>
    om.kalender.addArbetsdagar(
      sistaDag.aterkoppling?.(vantar, lage, by) ?? '',
      by.profil.frister.utebliveAterkopplingArbetsdagar,
    );
  if (morgon(opens(gammal), om) !== frist.nar || opens(om) === opens(gammal)) return;
  forandring.unplan((one) => one === frist);
  forandring.plan({
    ...frist,
    nar: morgon(opens(om), om),
    forfaller: om.kalender.addArbetsdagar(opens(om), om.profil.frister.granskningArbetsdagar),
  });
}

const isParticipating = ({ fas, startdatum }: Lage): boolean =>
  startdatum !== undefined && [...deltagandefaser, 'forgrupp'].includes(fas);

/** The time budget by the new profile: begun, ended, lengthened, shortened or made hard. */
function bytInsatstid(forandring: Forandring, gammal: Insatsprofil): void {
  const { lage, om, idag } = forandring;
  const { startdatum, pausdagar = 0 } = lage;
  if (startdatum === undefined || !isParticipating(lage)) return;
  const forr = gammal.insatstid;
  const ny = om.profil.insatstid;
  if (JSON.stringify(forr) === JSON.stringify(ny)) return;
  const endOf = (manader: number): Dag => om.kalender.addDays(insatstidSlut(startdatum, manader, om), pausdagar);

  if (ny.slag === 'ingen') {
    if (forr.slag !== 'ingen') endLimit(forandring);
    else unplanOversyn(forandring);
    if (!lage.uppgifter.some(({ typ }) => typ === 'insatstidsoversyn')) planOversyn(forandring, idag);
    return;
  }
  unplanOversyn(forandring);
  forandring.end('bortfallen', ['insatstidsoversyn']);
  const extended = forr.slag !== 'ingen' && lage.insatstid && lage.insatstid.slut !== endOf(forr.manader);
  setInsatstidSlut(forandring, extended ? lage.insatstid.slut : endOf(ny.manader), ny.slag === 'hard');
}

/** Where there is no limit any longer nothing runs out, and there is nothing to extend. */
function endLimit(forandring: Forandring): void {
  stillInsatstid(forandring);
  forandring.end('bortfallen', ['forlangning']);
  forandring.unset('insatstid', 'forlangning');
}

const unplanOversyn = (forandring: Forandring): void =>
  forandring.unplan((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === 'insatstidsoversyn');

/** The follow-up's days and attempts, until it is done. */
function bytUppfoljning(forandring: Forandring, gammal: Om): void {
  const { lage, om } = forandring;
  const { avslutsdatum, uppfoljning } = lage;
  if (avslutsdatum === undefined || !uppfoljning) return;
  const forr = uppfoljningsdagar(avslutsdatum, gammal);
  const ny = uppfoljningsdagar(avslutsdatum, om);
  forandring.set({
    uppfoljning: {
      ...uppfoljning,
      dag: uppfoljning.dag === forr.dag ? ny.dag : uppfoljning.dag,
      senast:
        uppfoljning.senast === forr.senast ? notIntoThePast(ny.senast, forr.senast, forandring) : uppfoljning.senast,
      maxForsok: Math.max(om.profil.kontaktforsok, uppfoljning.forsok),
    },
  });
  const planned = lage.frister.find((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === 'uppfoljning');
  if (planned?.typ !== 'uppgift_oppnas' || planned.forfaller !== forr.senast) return;
  forandring.unplan((frist) => frist === planned);
  const forfaller = notIntoThePast(ny.senast, forr.senast, forandring);
  forandring.plan({ ...planned, nar: morgon(ny.oppnas, om), forfaller });
}

/** How many must be there at the coming meeting; never more than samtycke opens the ärende to. */
function bytNarvarokrav(forandring: Forandring): void {
  const { lage, om } = forandring;
  const team = om.profil.team.find(({ kod }) => kod === lage.team);
  if (lage.fas !== 'konsultation' || !lage.mote || !team) return;
  forandring.set({
    mote: { ...lage.mote, quorum: Math.max(1, Math.min(team.quorum, lage.samtycken.length)) },
  });
}

/**
 * The dry run: what a case would become, without anything being written.
 *
 * @param om the moment and the calendar; its profile is the version that the case has now
 */
export function provaProfilbyte(lage: Lage, om: Omstandighet, ny: Insatsprofil, version: number): Forandring {
  const forandring = new Forandring(lage, { ...om, profil: ny, franProfil: om.profil });
  bytProfil(forandring, om.profil, version);
  return forandring;
}
