import type { Mottagare } from './forandring.js';
import type { Insatsmottagare } from './insats/forandring.js';
import type { Dag } from './kalender/kalender.js';
import type { OppenUppgift } from './lage.js';
import type { Paminnelsefolk } from './paminn.js';
import { restar } from './tilldelning.js';

/*
 * Who the people are that a mail or a reminder goes to. The rules name roles, verksamheter and persons; the people around a
 * case are read where it is written, and handed in.
 */

/** Somebody of the people around a case, who has not left. */
export interface Kretsperson {
  /** Who stands in for her whenever she cannot. */
  readonly ersattare?: string;
  /** Who stands in for her today, because she is away. */
  readonly borta?: string;
}

/** The people around an insats, by id. Who is not in `folk` has left. */
export interface Krets {
  readonly folk: Readonly<Record<string, Kretsperson>>;
  readonly sammankallande: readonly string[];
  readonly styrgrupp: readonly string[];
  /** Those of the styrgrupp who lead it. */
  readonly ordforande: readonly string[];
  readonly kansli: readonly string[];
}

/** The people around an insats, with those of each of its team, ersättare too, by the team's code. */
export interface Insatskrets extends Krets {
  /** Who has taken the insats's own open tasks or was given them, by their number. */
  readonly tilldelade: Readonly<Record<number, string>>;
  readonly team: Readonly<Record<string, readonly string[]>>;
}

/** A seat in a team. */
export interface Teamplats {
  readonly person: string;
  readonly verksamhet: string;
  readonly ersattare: boolean;
  /** An ersättare called in to the meeting that the case waits for: there she sits as the ordinary ones do. */
  readonly inkallad: boolean;
}

/** The people around an ärende. */
export interface Arendekrets extends Krets {
  readonly remittent: string;
  readonly koordinator?: string;
  readonly team: readonly Teamplats[];
  /** The verksamheter that samtycke opens the ärende to. */
  readonly samtycken: readonly string[];
  /** Open tasks that somebody has taken or been given, by their number; and until when they are put aside. */
  readonly tilldelade: Readonly<Record<number, { readonly till: string; readonly vilarTill?: Dag }>>;
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Those of some people who are there today: who has left is nobody, and for who is away stands her ersättare. */
export const idag = ({ folk }: Pick<Krets, 'folk'>, ids: readonly string[]): string[] =>
  unique(
    ids.flatMap((id) => {
      const person = folk[id];
      return person ? [person.borta ?? id] : [];
    }),
  );

/** Who holds a role in the insats, as they are today. The styrgrupp without an ordförande is led by all of it. */
export function innehavare(krets: Krets, roll: 'sammankallande' | 'styrgrupp' | 'ordforande' | 'kansli'): string[] {
  if (roll !== 'ordforande') return idag(krets, krets[roll]);
  const leder = idag(krets, krets.ordforande);
  return leder.length > 0 ? leder : idag(krets, krets.styrgrupp);
}

/** What nobody reads would be known to nobody: mail to who has left goes to who leads the work. */
const orSammankallande = (krets: Krets, id: string): string[] => {
  const found = idag(krets, [id]);
  return found.length > 0 ? found : innehavare(krets, 'sammankallande');
};

/** Who sits in the team for a verksamhet and owes what it does. */
const representanter = ({ team }: Arendekrets, verksamhet: string): Teamplats[] =>
  team.filter((plats) => plats.verksamhet === verksamhet && (!plats.ersattare || plats.inkallad));

/** The people whom a mail about an ärende goes to today, each once. */
export function personerFor(till: Mottagare, krets: Arendekrets): string[] {
  if ('personer' in till) return unique(till.personer);
  if ('verksamhet' in till)
    return idag(
      krets,
      representanter(krets, till.verksamhet).map(({ person }) => person),
    );
  if ('person' in till) return orSammankallande(krets, till.person);
  if ('team' in till)
    return idag(
      krets,
      krets.samtycken.flatMap((verksamhet) => ordinarie(krets, verksamhet)),
    );
  switch (till.roll) {
    case 'remittent':
      return orSammankallande(krets, krets.remittent);
    case 'koordinator':
      return krets.koordinator === undefined ? [] : orSammankallande(krets, krets.koordinator);
    case 'sammankallande':
    case 'styrgrupp':
    case 'kansli':
      return innehavare(krets, till.roll);
  }
}

/** The people whom a mail about an insats goes to today, each once. */
export function insatspersonerFor(till: Insatsmottagare, krets: Insatskrets): string[] {
  if ('personer' in till) return unique(till.personer);
  if ('team' in till) return idag(krets, krets.team[till.team] ?? []);
  return innehavare(krets, till.roll);
}

const ordinarie = ({ team }: Arendekrets, verksamhet: string): string[] =>
  team.filter((plats) => plats.verksamhet === verksamhet && !plats.ersattare).map(({ person }) => person);

type Agd = Pick<OppenUppgift, 'nr' | 'roll' | 'verksamhet' | 'person'>;

/** Whose a task is, whether or not she is there: who has taken it, the named person, or the holder of the role. */
function agare({ nr, roll, verksamhet, person }: Agd, krets: Arendekrets): readonly string[] {
  const tagen = krets.tilldelade[nr]?.till;
  if (tagen !== undefined && krets.folk[tagen]) return [tagen];
  if (person !== undefined) return [person];
  if (verksamhet !== undefined) return representanter(krets, verksamhet).map((plats) => plats.person);
  switch (roll) {
    case 'handlaggare':
      return [krets.remittent];
    case 'koordinator':
      return krets.koordinator === undefined ? [] : [krets.koordinator];
    case 'sammankallande':
    case 'styrgrupp':
      return krets[roll];
    default:
      throw new Error(`A task cannot belong to the role ${roll}`);
  }
}

/** Who owes a task today. */
export const ansvarigaFor = (uppgift: Agd, krets: Arendekrets): string[] => idag(krets, agare(uppgift, krets));

/** Who stands in for those who owe a task: the ersättare in the team for a verksamhet, otherwise each person's own. */
export function ersattareFor(uppgift: Agd, krets: Arendekrets): string[] {
  const { verksamhet, person } = uppgift;
  const platser =
    verksamhet === undefined || person !== undefined
      ? []
      : krets.team.filter((plats) => plats.verksamhet === verksamhet && plats.ersattare);
  if (platser.length > 0)
    return idag(
      krets,
      platser.map((plats) => plats.person),
    );
  return idag(
    krets,
    agare(uppgift, krets).flatMap((id) => krets.folk[id]?.ersattare ?? []),
  );
}

/** The people whom the reminders of an ärende's task climb through. */
export const paminnelsefolk = (uppgift: Agd, krets: Arendekrets): Paminnelsefolk => ({
  ...overst(krets),
  personer: (niva) => {
    if (niva === 'ansvarig') return ansvarigaFor(uppgift, krets);
    return niva === 'ersattare' ? ersattareFor(uppgift, krets) : ledare(krets, niva);
  },
});

/** The people whom the reminders of an insats's own task climb through: who has it, or the role, which has no ersättare. */
export const insatspaminnelsefolk = (
  nr: number,
  roll: 'sammankallande' | 'styrgrupp',
  krets: Omit<Insatskrets, 'team'>,
): Paminnelsefolk => ({
  ...overst(krets),
  personer: (niva) => {
    if (niva === 'ansvarig') {
      const tagen = idag(krets, [krets.tilldelade[nr] ?? []].flat());
      return tagen.length > 0 ? tagen : innehavare(krets, roll);
    }
    return niva === 'ersattare' ? [] : ledare(krets, niva);
  },
});

const ledare = (krets: Krets, niva: 'sammankallande' | 'styrgrupp'): string[] =>
  innehavare(krets, niva === 'styrgrupp' ? 'ordforande' : niva);

const overst = (krets: Krets): Pick<Paminnelsefolk, 'harOrdforande' | 'kansli'> => ({
  harOrdforande: idag(krets, krets.ordforande).length > 0,
  kansli: innehavare(krets, 'kansli'),
});

/** Whether a task that somebody has taken is put aside on a day. */
export const vilar = (
  { nr, forfaller }: Pick<OppenUppgift, 'nr' | 'forfaller'>,
  krets: Arendekrets,
  dag: Dag,
): boolean => restar({ forfaller, vilarTill: krets.tilldelade[nr]?.vilarTill }, dag);
