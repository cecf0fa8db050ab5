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

/** Those named in the ärende of a protected person; nobody as long as the naming is owed. */
export interface Skyddskrets {
  readonly namngivna: readonly string[];
  /** Whether nobody of those who were named could go on, and others are to be. */
  readonly panytt?: boolean;
  /** Who leads them, or as long as nobody is named those who are to name them, where it is known. */
  readonly chefer: readonly string[];
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
  /** Who alone is told anything, because the person is protected; missing: she is not. */
  readonly skydd?: Skyddskrets;
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

/**
 * The people whom the reminders of an ärende's task climb through. Those of a protected person end with the chef of the
 * people named, or of those who are to name them, and kansli is told nothing (design 3).
 */
export const paminnelsefolk = (uppgift: Agd, krets: Arendekrets): Paminnelsefolk => ({
  ...(krets.skydd ? ({ overst: 'chef', kansli: [] } as const) : overst(krets)),
  personer: (niva) => {
    if (krets.skydd && niva === 'styrgrupp') return idag(krets, krets.skydd.chefer);
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

const overst = (krets: Krets): Pick<Paminnelsefolk, 'overst' | 'kansli'> => ({
  ...(idag(krets, krets.ordforande).length > 0 ? { overst: 'ordforande' as const } : {}),
  kansli: innehavare(krets, 'kansli'),
});

/** Whether a task that somebody has taken is put aside on a day. */
export const vilar = (
  { nr, forfaller }: Pick<OppenUppgift, 'nr' | 'forfaller'>,
  krets: Arendekrets,
  dag: Dag,
): boolean => restar({ forfaller, vilarTill: krets.tilldelade[nr]?.vilarTill }, dag);

/**
 * The people around the ärende of a protected person as far as anything is told them: those named, and until they are who
 * sent it and who is to name them. The named are one another's ersättare, whoever stands in for them otherwise.
 */
export function skyddadKrets(krets: Omit<Arendekrets, 'skydd'>, skydd: Skyddskrets): Arendekrets {
  const { namngivna, panytt, chefer } = skydd;
  const told =
    namngivna.length > 0
      ? namngivna
      : [
          ...(panytt ? [] : [krets.remittent]),
          ...(krets.koordinator === undefined ? [] : [krets.koordinator]),
          ...krets.sammankallande,
        ];
  const seen = (ids: readonly string[]): string[] => ids.filter((id) => told.includes(id));
  const atWork = seen(Object.keys(krets.folk)).filter((id) => krets.folk[id]?.borta === undefined);
  const asNamed = (id: string, person: Kretsperson): Kretsperson => {
    const [annan] = namngivna.filter((one) => one !== id && atWork.includes(one));
    if (annan === undefined) return {};
    return { ersattare: annan, ...(person.borta === undefined ? {} : { borta: annan }) };
  };
  const folk = Object.entries(krets.folk).flatMap(([id, person]): [string, Kretsperson][] => {
    if (told.includes(id)) return [[id, asNamed(id, person)]];
    // she is told herself, also while she is away: nobody stands in for her in this
    return chefer.includes(id) ? [[id, {}]] : [];
  });
  const vantar = namngivna.length === 0;
  return {
    ...krets,
    skydd,
    folk: Object.fromEntries(folk),
    sammankallande: seen(krets.sammankallande),
    styrgrupp: vantar ? [] : seen(krets.styrgrupp),
    ordforande: vantar ? [] : seen(krets.ordforande),
    kansli: [],
    team: vantar ? [] : krets.team.filter(({ person }) => told.includes(person)),
  };
}
