import { morgon } from './frister.js';
import type { Insatsuppgiftstyp } from './insats/uppgifter.js';
import type { Insatsprofil, Paminnelsemottagare, Paminnelsesteg } from './insatsprofil.js';
import type { Dag, Instant, Kalender } from './kalender/kalender.js';
import type { Rollkod } from './koder.js';
import type { Uppgiftstyp } from './uppgifter.js';

/*
 * When an undone task is reminded of (design 2): the days of its ladder, from the profile and the Swedish calendar. Who a
 * step reaches stands in trappa.ts.
 *
 * A ladder is read by its days and never by the number of a step: a task whose ladder has begun goes on, after a release or
 * a move to another version, with whatever lies ahead in the ladder of today.
 */

/** The next reminder of a task. */
export interface Paminnelse {
  /** The number of the step that it was planned by, for reading. */
  readonly steg: number;
  readonly nar: Instant;
  /** How far up the ladder has spoken; missing: to nobody yet. */
  readonly niva?: Paminnelsemottagare;
}

/** What has a ladder: a task of an ärende, or of the insats itself. */
export interface Paminnelseuppgift {
  readonly typ: Uppgiftstyp | Insatsuppgiftstyp;
  /** Whose it is. */
  readonly roll: Rollkod;
  /** The last day to do it. */
  readonly forfaller: Dag;
}

interface Om {
  readonly nu: Instant;
  readonly profil: Insatsprofil;
  readonly kalender: Kalender;
}

/** Roles that several hold together: they are one another's ersättare, and nobody else is theirs. */
const UTAN_ERSATTARE: readonly Rollkod[] = ['sammankallande', 'styrgrupp'];

/** Whether somebody stands in for who owes a task of a role. */
export const harErsattare = (roll: Rollkod): boolean => !UTAN_ERSATTARE.includes(roll);

/** The steps of a kind of task: its own, or the standard's; a step to an ersättare only where there can be one. */
export function stegeFor(
  { typ, roll }: Pick<Paminnelseuppgift, 'typ' | 'roll'>,
  { paminnelser }: Pick<Insatsprofil, 'paminnelser'>,
): readonly Paminnelsesteg[] {
  const egna: { readonly [typ: string]: readonly Paminnelsesteg[] } = paminnelser;
  const steps = egna[typ] ?? paminnelser.standard;
  return harErsattare(roll) ? steps : steps.filter(({ till }) => till !== 'ersattare');
}

/** A step with the working day that it falls on. */
interface Stegdag {
  readonly steg: number;
  readonly till: Paminnelsemottagare;
  readonly dag: Dag;
}

/** Steps counted in working days and in calendar days change places around a holiday: the days tell their order. */
function stegdagar(uppgift: Paminnelseuppgift, { profil, kalender }: Om): readonly Stegdag[] {
  const { forfaller } = uppgift;
  return stegeFor(uppgift, profil)
    .map(({ arbetsdagar = 0, dagar, till }, steg) => {
      const dag =
        dagar === undefined ? kalender.addArbetsdagar(forfaller, arbetsdagar) : kalender.addDays(forfaller, dagar);
      return { steg, till, dag: kalender.arbetsdagFrom(dag) };
    })
    .toSorted((a, b) => a.dag.localeCompare(b.dag));
}

/** The ladder has no end: beyond its last day that step comes again at the profile's interval. */
function stegdag(at: number, known: readonly Stegdag[], { forfaller }: Paminnelseuppgift, om: Om): Stegdag {
  const one = known[at];
  if (one) return one;
  const { dag, till } = known.at(-1) ?? { dag: forfaller, till: 'ansvarig' as const };
  const again = at - Math.max(known.length - 1, 0);
  return { steg: at, till, dag: om.kalender.addArbetsdagar(dag, again * om.profil.paminnelseUpprepasArbetsdagar) };
}

/** The first reminder of a task that still lies ahead; those that were missed are not made up for. */
export function nastaPaminnelse(uppgift: Paminnelseuppgift, om: Om): Paminnelse {
  // what is past in UTC is past in Sweden: a task years over its time has many steps behind it
  const past = om.nu.slice(0, 10);
  const known = stegdagar(uppgift, om);
  for (let at = 0; ; at += 1) {
    const { steg, dag } = stegdag(at, known, uppgift, om);
    if (dag < past) continue;
    const nar = morgon(dag, om);
    if (nar > om.nu) return { steg, nar };
  }
}

/** The step whose turn it is when a task's reminder is given: the latest that has come, or the first when none has. */
export function stegNu(uppgift: Paminnelseuppgift, om: Om): Pick<Stegdag, 'steg' | 'till'> {
  const today = om.kalender.dayOf(om.nu);
  const known = stegdagar(uppgift, om);
  let at = 0;
  while (stegdag(at + 1, known, uppgift, om).dag <= today) at += 1;
  return stegdag(at, known, uppgift, om);
}

/** What follows on a task's ladder, with how far up it has spoken. */
export const fortsattStegen = (
  uppgift: Paminnelseuppgift,
  om: Om,
  niva: Paminnelsemottagare | undefined,
): Paminnelse => ({
  ...nastaPaminnelse(uppgift, om),
  ...(niva === undefined ? {} : { niva }),
});
