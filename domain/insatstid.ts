import type { Forandring } from './forandring.js';
import { insatstidSlut, morgon } from './frister.js';
import type { Dag } from './kalender/kalender.js';

/** Starts the time budget of a participation, by the insats's own kind of limit (design 2.9). */
export function startInsatstid(forandring: Forandring, startdatum: Dag): void {
  const { insatstid } = forandring.om.profil;
  if (insatstid.slag === 'ingen') {
    planOversyn(forandring, startdatum);
    return;
  }
  setInsatstidSlut(forandring, insatstidSlut(startdatum, insatstid.manader, forandring.om), insatstid.slag === 'hard');
}

/** Plans the next review of a case whose insats has no time limit: calendar months from a day (design 2.9). */
export function planOversyn(forandring: Forandring, fran: Dag): void {
  const { om } = forandring;
  if (om.profil.insatstid.slag !== 'ingen') return;
  const { oversynManader, oversynOppnasDagarFore } = om.profil.insatstid;
  const forfaller = om.kalender.arbetsdagFrom(om.kalender.addMonths(fran, oversynManader));
  forandring.plan({
    typ: 'uppgift_oppnas',
    nar: morgon(om.kalender.addDays(forfaller, -oversynOppnasDagarFore), om),
    uppgift: 'insatstidsoversyn',
    forfaller,
  });
}

/** Sets the last day of the insatstid, its warning and what happens the morning after it (design 2.9). */
export function setInsatstidSlut(forandring: Forandring, slut: Dag, hard: boolean): void {
  const { om } = forandring;
  if (om.profil.insatstid.slag === 'ingen') return;
  forandring.set({ insatstid: { slut, hard } });
  forandring.unplan((frist) => frist.typ === 'insatstid_slut');
  unplanVarning(forandring);
  forandring.end('bortfallen', ['insatstid', 'insatstid_slut']);
  planVarning(forandring, slut);
  forandring.plan({ typ: 'insatstid_slut', nar: om.kalender.startOfDay(om.kalender.addDays(slut, 1)) });
}

/** Plans the warning of the insatstid's end, or gives it at once when its day has passed (design 2.9). */
export function planVarning(forandring: Forandring, slut: Dag): void {
  const { om } = forandring;
  if (om.profil.insatstid.slag === 'ingen') return;
  const nar = morgon(om.kalender.addDays(slut, -(om.profil.insatstid.varningDagarFore[0] ?? 0)), om);
  const forfaller = om.kalender.arbetsdagBefore(slut);
  if (nar <= om.nu) forandring.open('insatstid', forfaller);
  else forandring.plan({ typ: 'uppgift_oppnas', nar, uppgift: 'insatstid', forfaller });
}

/** A proposed extension is the answer to the warning: while it waits for its decision, none is given. */
export const unplanVarning = (forandring: Forandring): void =>
  forandring.unplan((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === 'insatstid');
