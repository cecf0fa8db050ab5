import type { Formularer } from '../../../domain/formular.js';
import type { Insatsprofil } from '../../../domain/insatsprofil.js';
import type { Dag, Instant } from '../../../domain/kalender/kalender.js';
import type { Beslutstyp } from '../../../domain/faser.js';
import type { Beslutsunderlag } from '../../../domain/beslutsunderlag.js';
import type { Lage } from '../../../domain/lage.js';
import type { Uppgiftstyp } from '../../../domain/uppgifter.js';
import { minnesKalender as kalender } from './kalender.js';
import type { Demosub } from './personer.js';

/** What a step of a script can look at. */
export interface Scen {
  readonly lage: Lage;
  /** The moment that the demo is played up to. */
  readonly nu: Instant;
  /** When the last thing was done. */
  readonly sedan: Instant;
  readonly profil: Insatsprofil;
  /** Running number of the case, so that not everything happens at the same minute. */
  readonly nr: number;
  readonly remittent: Demosub;
  readonly sammankallande: Demosub;
  readonly koordinator: Demosub;
  /** Another koordinator of the insats. */
  readonly annanKoordinator: Demosub;
  /** The id of a person. */
  readonly personId: (sub: Demosub) => string;
  /** The one who answers for a verksamhet in the team. */
  readonly representant: (verksamhetId: string) => Demosub;
}

/** A decision as somebody takes it: what travels, what is written, and who. */
export type Tagning = {
  [T in Beslutstyp]: {
    readonly typ: T;
    readonly data: Beslutsunderlag[T];
    readonly formular: Formularer[T];
    readonly av: Demosub;
  };
}[Beslutstyp];

/** The moment of a step has passed when its turn comes: the case has to begin so many days earlier. */
export interface ForSent {
  readonly dagarForSent: number;
}

/** A place of the insats is offered to the case; nobody decides that. */
export const PLATS = 'plats';

/** One step of a script: when somebody decides, and what. A step that says `undefined` is left out. */
export interface Drag {
  nar(scen: Scen): Instant | ForSent;
  tagning(scen: Scen, dag: Dag): Tagning | typeof PLATS | undefined;
  /** Whether the step finds every place of the insats taken. */
  readonly fullt?: boolean;
}

const MINUT = 60_000;

/** A moment of the working day, never before what was done last. */
export function kontorstid(dag: Dag, { nr, sedan }: Pick<Scen, 'nr' | 'sedan'>): Instant {
  const timme = String(9 + (nr % 6)).padStart(2, '0');
  const minut = String((nr * 17) % 60).padStart(2, '0');
  const wished = kalender.instantAt(kalender.arbetsdagFrom(dag), `${timme}:${minut}`);
  const earliest = new Date(Date.parse(sedan) + 20 * MINUT).toISOString();
  return wished > earliest ? wished : earliest;
}

/** A number of calendar days after the last thing that was done. */
export const efter =
  (dagar: number) =>
  (scen: Scen): Instant =>
    kontorstid(kalender.addDays(kalender.dayOf(scen.sedan), dagar), scen);

/** A number of working days before the demo's now, whatever came before, so that what several cases do fits together. */
export const foreNu =
  (arbetsdagar: number) =>
  (scen: Scen): Instant | ForSent => {
    const dag = kalender.addArbetsdagar(kalender.dayOf(scen.nu), -arbetsdagar);
    const before = kalender.dayOf(scen.sedan);
    return before < dag ? kontorstid(dag, scen) : { dagarForSent: kalender.daysBetween(dag, before) + 1 };
  };

/** A number of working days before a task falls due, open already or still to open. */
export const fore =
  (typ: Uppgiftstyp, arbetsdagar: number) =>
  (scen: Scen): Instant => {
    const open = scen.lage.uppgifter.find((uppgift) => uppgift.typ === typ);
    const planned = scen.lage.frister.find((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === typ);
    const forfaller = open?.forfaller ?? (planned?.typ === 'uppgift_oppnas' ? planned.forfaller : undefined);
    if (forfaller === undefined) throw new Error(`The case does not wait for ${typ}`);
    return kontorstid(kalender.addArbetsdagar(forfaller, -arbetsdagar), scen);
  };

/** The day of the case's meeting, in the afternoon when it is over. */
export const efterMotet = (scen: Scen): Instant => {
  if (!scen.lage.mote) throw new Error('The case is on no agenda');
  return new Date(Date.parse(scen.lage.mote.borjar) + (150 + (scen.nr % 9) * 11) * MINUT).toISOString();
};
