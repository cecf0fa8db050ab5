import { morgon } from '../frister.js';
import { teamMoten } from '../motesplan.js';
import { insatspaminnelsefolk, type Insatskrets } from '../mottagare.js';
import { givPaminnelse } from '../paminn.js';
import { Insatsforandring, type Insatsomstandighet } from './forandring.js';
import type { Insatslage, KommandeMote, OppenInsatsuppgift } from './lage.js';
import { insatsuppgiftstyper } from './uppgifter.js';

/** How many coming meetings of a team the insats keeps: those that can be moved, and that people plan for. */
const MOTEN_FRAMAT = 12;

/** Whom reminders go to: the teams are told of meetings, and of nothing that is late. */
type Omkrets = Omit<Insatskrets, 'team'>;

/**
 * What has come about by itself: a meeting that has passed, a queue that has begun or ended, the day to look at it,
 * reminders (design 2.3, 2.5, 4). Asked at every word from outside and whenever something falls due; when nothing has
 * come about the state is left as it was.
 *
 * @param krets the people around the insats today, whom reminders go to
 */
export function stamAv(lage: Insatslage, om: Insatsomstandighet, krets: Omkrets): Insatsforandring {
  const forandring = new Insatsforandring(lage, om);
  planMoten(forandring);
  seOverKon(forandring);
  const fri = om.nastaPlats === undefined ? undefined : om.kalender.startOfDay(om.nastaPlats);
  forandring.plan('platser', fri !== undefined && fri > om.nu ? fri : undefined);
  for (const uppgift of forandring.lage.uppgifter.filter(({ paminnelse }) => paminnelse.nar <= om.nu))
    remind(forandring, uppgift, krets);
  return forandring;
}

/** Keeps the calendar of each team: its next meetings, and the moment at which the first of them begins. */
export function planMoten(forandring: Insatsforandring): void {
  const { om, lage } = forandring;
  const moten = Object.fromEntries(om.profil.team.map(({ kod }) => [kod, kommande(kod, om)]));
  if (key(moten) !== key(lage.moten)) {
    const held = firstOf(lage.moten);
    forandring.set({ moten, ...(held !== undefined && held <= om.nu ? { senasteMote: held } : {}) });
  }
  forandring.plan('mote', firstOf(moten));
}

/** The same calendar gives the same key, whatever order the database keeps its fields in. */
const key = (moten: Insatslage['moten']): string =>
  Object.keys(moten)
    .toSorted()
    .map((team) => `${team}: ${moten[team]?.map(({ borjar }) => borjar).join(' ')}`)
    .join('; ');

function kommande(team: string, om: Insatsomstandighet): KommandeMote[] {
  const andringar = om.andringar[team];
  const moten: KommandeMote[] = [];
  const grund = { ...om, ...(andringar ? { dagordning: { andringar, belaggning: [] } } : {}) };
  for (const { borjar, dag } of teamMoten(team, grund, om.kalender.dayOf(om.nu))) {
    if (borjar > om.nu) moten.push({ borjar, dag });
    if (moten.length === MOTEN_FRAMAT) break;
  }
  return moten;
}

const firstOf = (moten: Insatslage['moten']): string | undefined =>
  Object.values(moten)
    .flatMap(([first]) => (first ? [first.borjar] : []))
    .toSorted()[0];

/** Design 2.5: while somebody waits the queue is looked over every 30 days. */
function seOverKon(forandring: Insatsforandring): void {
  const { om, lage } = forandring;
  const isOpen = lage.uppgifter.some(({ typ }) => typ === 'koversyn');
  if (om.koande === 0) {
    forandring.end('bortfallen', ({ typ }) => typ === 'koversyn');
    return forandring.plan('koversyn', undefined);
  }
  if (isOpen) return;
  const planned = lage.frister.find(({ typ }) => typ === 'koversyn')?.nar;
  if (planned === undefined) return planKoversyn(forandring);
  if (planned > om.nu) return;
  forandring.plan('koversyn', undefined);
  forandring.note('koversyn_oppnad', { koande: om.koande });
  forandring.open('koversyn', om.kalender.addArbetsdagar(forandring.idag, om.profil.frister.registreringArbetsdagar));
}

/** Plans the next look at the queue, counted from today. */
export function planKoversyn(forandring: Insatsforandring): void {
  const { om, idag } = forandring;
  forandring.plan('koversyn', morgon(om.kalender.addDays(idag, om.profil.frister.koversynDagar), om));
}

function remind(forandring: Insatsforandring, uppgift: OppenInsatsuppgift, krets: Omkrets): void {
  const { roll } = insatsuppgiftstyper[uppgift.typ];
  const given = givPaminnelse(
    { ...uppgift, roll },
    insatspaminnelsefolk(uppgift.nr, roll, krets),
    forandring.om,
    false,
  );
  forandring.note('paminnelse', given.data);
  forandring.utskick.push(...given.utskick);
  forandring.replace({ ...uppgift, paminnelse: given.paminnelse });
}
