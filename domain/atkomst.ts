import type { Beslutstyp } from './faser.js';
import type { Dag } from './kalender/kalender.js';
import type { Rollkod } from './koder.js';

/** A seat in a team, for a verksamhet; as ersättare there she sits only when the ordinary one cannot. */
interface Plats {
  readonly teamId: string;
  readonly verksamhetId: string;
  readonly ersattare?: boolean;
}

/** What a person acts by herself: roles, and seats in teams. */
interface Handlande {
  readonly id: string;
  readonly roller: readonly { readonly roll: string; readonly insatsId?: string | undefined }[];
  readonly team: readonly Plats[];
}

/** Somebody who is away today, and whose ersättare of the same verksamhet may do what is hers (domain/franvaro.ts). */
export interface Ersatt extends Handlande {
  /** The verksamhet that both work at: what samtycke opens to another one is not lent. */
  readonly verksamhetId: string;
}

/** A person with what she may do it by: her own, and for the day that of those whom she stands in for. */
export interface Person extends Handlande {
  /** Those whom she stands in for today; missing: nobody. */
  readonly ersatter?: readonly Ersatt[];
}

/** A verksamhet's samtycke in an ärende; open-ended when `giltigtTill` is missing. */
export interface Samtyckesperiod {
  readonly verksamhetId: string;
  readonly giltigtFran: Dag;
  readonly giltigtTill?: Dag | undefined;
  readonly aterkallat: boolean;
  /** The kinds of information that it names; none when missing (domain/koder.ts: uppgiftsslag). */
  readonly uppgiftsslag?: readonly string[] | undefined;
}

/** What relates people to an ärende. */
export interface Arenderelation {
  readonly insatsId: string;
  readonly teamId: string;
  readonly remittentId: string;
  /** The verksamhet from which the remiss was sent. */
  readonly remittentVerksamhetId: string;
  /** Whether the person is known: an avidentifierad konsultation needs nobody's samtycke. */
  readonly identifierad: boolean;
  readonly koordinatorId: string | null;
  readonly samtycken: readonly Samtyckesperiod[];
  /** Actions that wait for a report: the named person, when there is one, and the verksamhet that promised it. */
  readonly medhandlaggare: readonly { readonly personId: string | null; readonly verksamhetId: string }[];
  /** Whether a question of the ärende waits for the styrgrupp. */
  readonly lyft: boolean;
  /** Who decides on the proposals of medel that wait; missing: none waits. */
  readonly medelHos?: readonly ('sammankallande' | 'styrgrupp')[];
  /** Whether the ärende stands, or has stood, on an agenda of its team. */
  readonly paDagordning: boolean;
  /** Ersättare called in to the meeting that the ärende waits for: there they sit as the ordinary ones do. */
  readonly inkallade?: readonly string[];
  /** People to whom the ärende is opened in an emergency at this moment (domain/nodatkomst.ts); missing: it is not asked. */
  readonly nodatkomst?: readonly string[];
  /** Whether kansli may see the insats's ärenden one by one. */
  readonly kanslivy: boolean;
  /** Who alone may see it, because the person's details are protected; null or missing: they are not. */
  readonly skydd?: Skydd | null;
}

/** The people named in the ärende of a protected person; nobody as long as the naming is owed. */
export interface Skydd {
  readonly namngivna: readonly string[];
  /** Whether nobody of those who were named could go on, and others are to be. */
  readonly panytt?: boolean;
}

/** How a person stands to an ärende; one person can stand in several ways. */
export type Relation =
  | 'remittent'
  | 'medhandlaggare'
  | 'teamrepresentant'
  | 'koordinator'
  | 'sammankallande'
  | 'styrgrupp'
  | 'kansli'
  | 'nodatkomst';

/**
 * What can be done besides deciding: read the sent remiss, read the case, read its number-level view, read an action one
 * has promised, read a question that was lifted to the styrgrupp (both without the person's identity).
 */
export type Lasning = 'las_remiss' | 'las_arende' | 'las_nummer' | 'las_atgard' | 'las_lyft';

/** What is written in a case without deciding anything: notes, and files that are added to it. */
export type Skrivning = 'anteckna' | 'bifoga';

/** Of several rights the nearest to the ärende first: the trace names the first that a person has. */
const RATT: Readonly<Record<Lasning | Skrivning | Beslutstyp, readonly Relation[]>> = {
  las_remiss: ['remittent', 'koordinator', 'sammankallande'],
  las_arende: ['koordinator', 'sammankallande', 'teamrepresentant', 'nodatkomst'],
  las_nummer: ['kansli'],
  las_atgard: ['medhandlaggare'],
  las_lyft: ['styrgrupp'],
  anteckna: ['koordinator', 'sammankallande'],
  bifoga: ['koordinator', 'sammankallande'],
  granskning: ['sammankallande'],
  komplettering: ['remittent', 'sammankallande'],
  utebliven_komplettering: ['sammankallande'],
  atertagande: ['remittent'],
  identifiering: ['remittent', 'sammankallande'],
  skyndsamhet: ['sammankallande'],
  yttrande: ['teamrepresentant', 'sammankallande'],
  rekommendation: ['sammankallande'],
  rekommendationsrattelse: ['sammankallande'],
  styrgruppsbeslut: ['styrgrupp'],
  atgardsrapport: ['medhandlaggare', 'koordinator', 'sammankallande'],
  forgruppsstart: ['koordinator', 'sammankallande'],
  forgruppsresultat: ['koordinator', 'sammankallande'],
  ej_aktuell: ['koordinator', 'sammankallande'],
  koprioritet: ['sammankallande'],
  erbjudandekontakt: ['koordinator', 'sammankallande'],
  erbjudandesvar: ['koordinator', 'sammankallande'],
  aterkoppling: ['remittent', 'sammankallande'],
  utebliven_aterkoppling: ['sammankallande'],
  personens_svar: ['remittent', 'sammankallande'],
  inskrivning: ['sammankallande'],
  kartlaggning: ['koordinator', 'sammankallande'],
  utan_kartlaggning: ['sammankallande'],
  sparbyte: ['koordinator', 'sammankallande'],
  genomforandeplan: ['koordinator', 'sammankallande'],
  skattning: ['koordinator', 'sammankallande'],
  flerpartsmote: ['koordinator', 'sammankallande'],
  teamlyft: ['koordinator', 'sammankallande'],
  teamlyftsvar: ['sammankallande'],
  styrgruppslyft: ['koordinator', 'sammankallande'],
  avvikelse: ['koordinator', 'sammankallande'],
  medelforslag: ['koordinator', 'sammankallande'],
  medelbeslut: ['sammankallande', 'styrgrupp'],
  aktivitet: ['koordinator', 'sammankallande'],
  aktivitetsslut: ['koordinator', 'sammankallande'],
  ersattningsansokan: ['koordinator', 'sammankallande'],
  ersattningsbeslut: ['koordinator', 'sammankallande'],
  paus: ['koordinator', 'sammankallande'],
  pausslut: ['koordinator', 'sammankallande'],
  fasbyte: ['koordinator', 'sammankallande'],
  planuppfoljning: ['koordinator', 'sammankallande'],
  insatstidsoversyn: ['koordinator', 'sammankallande'],
  forlangningsforslag: ['koordinator', 'sammankallande'],
  forlangning: ['sammankallande'],
  undantag: ['styrgrupp'],
  koordinatorsbyte: ['sammankallande'],
  // decided by the förvaltare for all that a person has, never on the case (domain/arbetsoverlamning.ts)
  overlamning: [],
  avslut: ['koordinator', 'sammankallande'],
  avslutsuppgifter: ['koordinator', 'sammankallande'],
  kontaktforsok: ['koordinator', 'sammankallande'],
  uppfoljning: ['koordinator', 'sammankallande'],
  samtycke: ['remittent', 'koordinator', 'sammankallande'],
  samtyckesaterkallelse: ['remittent', 'koordinator', 'sammankallande'],
  skyddad_identitet: ['koordinator', 'sammankallande'],
  profilbyte: ['sammankallande'],
  felregistrering: ['sammankallande'],
  ateroppning: ['sammankallande'],
};

/** The ways of standing to an ärende that give the right to read or decide something in it. */
export const relationerMedRatt = (handling: Lasning | Skrivning | Beslutstyp): readonly Relation[] => RATT[handling];

/** Whether a samtycke opens the ärende on a day. */
export const isValidOn = (samtycke: Samtyckesperiod, dag: Dag): boolean =>
  !samtycke.aterkallat &&
  samtycke.giltigtFran <= dag &&
  (samtycke.giltigtTill === undefined || dag <= samtycke.giltigtTill);

/** The roles that an ersättare is lent with a person's tasks; kansli's and those that administer or audit are not. */
export const lanbaraRoller: readonly Rollkod[] = ['koordinator', 'sammankallande', 'styrgrupp', 'teamrepresentant'];

/** The place in which somebody acts: her own, or that of one who is away. */
export interface Stalle extends Handlande {
  /** The only verksamhet for which it is lent; missing: it is her own. */
  readonly inom?: string;
}

const lant = ({ id, verksamhetId, roller, team }: Ersatt): Stalle => ({
  id,
  inom: verksamhetId,
  roller: roller.filter(({ roll }) => lanbaraRoller.some((one) => one === roll)),
  team: team.filter((seat) => seat.verksamhetId === verksamhetId),
});

/**
 * In whose places a person acts today: first her own, then those of the people who are away and whom she stands in for,
 * each with what is lent (design 3: ersättare). Whatever is asked of a person's own id, roles or seats, is asked of each.
 */
export const stallen = ({ ersatter = [], ...person }: Person): readonly Stalle[] => [person, ...ersatter.map(lant)];

/** Whether what concerns a verksamhet is hers in that place: what is lent stays within the verksamhet. */
export const isWithin = ({ inom }: Stalle, verksamhetId: string): boolean =>
  inom === undefined || inom === verksamhetId;

/**
 * In whose places a person acts in an ärende. That of a protected person is there for those named in it and nobody else,
 * and her right is lent to nobody but another of them (design 3). As long as nobody is named it is not lent at all.
 */
export function stallenI(person: Person, { skydd }: Pick<Arenderelation, 'skydd'>): readonly Stalle[] {
  if (!skydd) return stallen(person);
  const { namngivna } = skydd;
  if (namngivna.length === 0) return stallen(person).filter(({ inom }) => inom === undefined);
  return namngivna.includes(person.id) ? stallen(person).filter(({ id }) => namngivna.includes(id)) : [];
}

/** Who names those who alone see the ärende of a protected person. */
const NAMNGER: readonly Relation[] = ['koordinator', 'sammankallande'];

/** Who sees it until then: who sent it too, but not when others were named before, and she may have been left out. */
const foreNamngivning = ({ skydd }: Arenderelation): readonly Relation[] =>
  skydd?.panytt ? NAMNGER : ['remittent', ...NAMNGER];

/** The ways in which a person stands to an ärende on a day, also in the place of somebody who is away. */
export const relationer = (person: Person, arende: Arenderelation, idag: Dag): readonly Relation[] => [
  ...new Set(stallenI(person, arende).flatMap((stalle) => relationerAt(stalle, arende, idag))),
];

function relationerAt(stalle: Stalle, arende: Arenderelation, idag: Dag): readonly Relation[] {
  const has = (roll: string) =>
    stalle.roller.some((one) => one.roll === roll && (one.insatsId === undefined || one.insatsId === arende.insatsId));
  const begransad = vantarNamngivning(arende);
  const found: [Relation, boolean][] = [
    ['remittent', stalle.id === arende.remittentId && isWithin(stalle, arende.remittentVerksamhetId)],
    ['medhandlaggare', arende.medhandlaggare.some((atgard) => promisedAt(stalle, atgard, arende, idag))],
    // of those named the koordinatorer are one another's ersättare
    ['koordinator', stalle.id === arende.koordinatorId || (isNamed(stalle, arende) && has('koordinator'))],
    ['sammankallande', has('sammankallande')],
    ['styrgrupp', arende.lyft && has('styrgrupp')],
    ['kansli', arende.kanslivy && has('kansli')],
    // opened to her and nobody else: not lent to who stands in for her
    ['nodatkomst', stalle.inom === undefined && arende.nodatkomst?.includes(stalle.id) === true],
    ['teamrepresentant', arende.paDagordning && verksamheterAt(stalle, arende, idag).length > 0],
  ];
  return found
    .filter(([relation, holds]) => holds && (!begransad || foreNamngivning(arende).includes(relation)))
    .map(([relation]) => relation);
}

const isNamed = ({ id }: Stalle, { skydd }: Arenderelation): boolean => skydd?.namngivna.includes(id) === true;

/** Whether the people who alone may see a protected person are still to be named. */
export const vantarNamngivning = ({ skydd }: Arenderelation): boolean => skydd?.namngivna.length === 0;

/** Whether samtycke opens the ärende to a verksamhet on a day. */
export const isOpenTo = (verksamhetId: string, { samtycken }: Arenderelation, idag: Dag): boolean =>
  samtycken.some((samtycke) => samtycke.verksamhetId === verksamhetId && isValidOn(samtycke, idag));

type Lovad = Arenderelation['medhandlaggare'][number];

/**
 * Whether an action is the person's to report while samtycke opens the ärende to its verksamhet: she is named, or
 * nobody is and she sits in the team for the verksamhet; or she stands in for who is or does.
 */
export const hasPromised = (person: Person, atgard: Lovad, arende: Arenderelation, idag: Dag): boolean =>
  stallenI(person, arende).some((stalle) => promisedAt(stalle, atgard, arende, idag));

const promisedAt = (stalle: Stalle, { personId, verksamhetId }: Lovad, arende: Arenderelation, idag: Dag): boolean =>
  personId === null
    ? verksamheterAt(stalle, arende, idag).includes(verksamhetId)
    : !vantarNamngivning(arende) &&
      personId === stalle.id &&
      isWithin(stalle, verksamhetId) &&
      isOpenTo(verksamhetId, arende, idag);

/**
 * The verksamheter that a person represents in the ärende's team, for herself or for who is away, and that samtycke opens
 * the ärende to on a day.
 */
export const verksamheterFor = (person: Person, arende: Arenderelation, idag: Dag): string[] => [
  ...new Set(stallenI(person, arende).flatMap((stalle) => verksamheterAt(stalle, arende, idag))),
];

const verksamheterAt = ({ team }: Stalle, arende: Arenderelation, idag: Dag): string[] =>
  (vantarNamngivning(arende) ? [] : team)
    .filter((seat) => seat.teamId === arende.teamId)
    .map(({ verksamhetId }) => verksamhetId)
    .filter((verksamhetId) => isOpenTo(verksamhetId, arende, idag));

/**
 * Whether the remittent still takes part: without samtycke for her verksamhet she sees what she sent and nothing else.
 */
export const remittentDeltar = (arende: Arenderelation, idag: Dag): boolean =>
  !arende.identifierad || isOpenTo(arende.remittentVerksamhetId, arende, idag);

/** The right by which somebody reads or decides, as the trace names it. */
export interface Rattsgrund<R extends string = Relation> {
  readonly grund: R;
  /** Who is away and has the right, when it is not the person's own: the trace keeps it as `istallet_for`. */
  readonly istalletFor?: string;
}

/**
 * The right by which a person may read or decide and in whose place, or `undefined`: what is not granted here is refused
 * (design 3). Her own right comes before that of who is away.
 */
export function rattsgrund(
  person: Person,
  handling: Lasning | Skrivning | Beslutstyp,
  arende: Arenderelation,
  idag: Dag,
): Rattsgrund | undefined {
  for (const stalle of stallenI(person, arende)) {
    const own = relationerAt(stalle, arende, idag);
    const holds = (relation: Relation): boolean =>
      own.includes(relation) &&
      (relation !== 'remittent' || handling === 'las_remiss' || remittentDeltar(arende, idag)) &&
      (handling !== 'medelbeslut' || isMedelHos(relation, arende));
    const grund = RATT[handling].find(holds);
    if (grund) return asGrund(grund, stalle);
  }
  return undefined;
}

/** Design 2.7: sammankallande decides within the riktlinjer and the styrgrupp beyond them, neither in the other's place. */
const isMedelHos = (relation: Relation, { medelHos = [] }: Arenderelation): boolean =>
  medelHos.some((one) => one === relation);

/** A right as the trace names it, from the place in which somebody has it. */
export const asGrund = <R extends string>(grund: R, { id, inom }: Stalle): Rattsgrund<R> =>
  inom === undefined ? { grund } : { grund, istalletFor: id };

/** The right by which a person may read or decide, whoever's it is; see {@link rattsgrund}. */
export const rattTill = (
  person: Person,
  handling: Lasning | Skrivning | Beslutstyp,
  arende: Arenderelation,
  idag: Dag,
): Relation | undefined => rattsgrund(person, handling, arende, idag)?.grund;
