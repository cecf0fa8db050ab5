import type { Beslutstyp } from './faser.js';
import type { Dag } from './kalender/kalender.js';

/** A person with what she may do it by: roles, and seats in teams. */
export interface Person {
  readonly id: string;
  readonly roller: readonly { readonly roll: string; readonly insatsId?: string | undefined }[];
  readonly team: readonly { readonly teamId: string; readonly verksamhetId: string }[];
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
  /** Whether the ärende stands, or has stood, on an agenda of its team. */
  readonly paDagordning: boolean;
  /** Ersättare called in to the meeting that the ärende waits for: there they sit as the ordinary ones do. */
  readonly inkallade?: readonly string[];
  /** Whether kansli may see the insats's ärenden one by one. */
  readonly kanslivy: boolean;
}

/** How a person stands to an ärende; one person can stand in several ways. */
export type Relation =
  'remittent' | 'medhandlaggare' | 'teamrepresentant' | 'koordinator' | 'sammankallande' | 'styrgrupp' | 'kansli';

/**
 * What can be done besides deciding: read the sent remiss, read the case, read its number-level view, read an action one
 * has promised, read a question that was lifted to the styrgrupp (both without the person's identity).
 */
export type Lasning = 'las_remiss' | 'las_arende' | 'las_nummer' | 'las_atgard' | 'las_lyft';

/** What is written in a case without deciding anything: notes, and files that are added to it. */
export type Skrivning = 'anteckna' | 'bifoga';

const RATT: Readonly<Record<Lasning | Skrivning | Beslutstyp, readonly Relation[]>> = {
  las_remiss: ['remittent', 'koordinator', 'sammankallande'],
  las_arende: ['teamrepresentant', 'koordinator', 'sammankallande'],
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

/** Whether a samtycke opens the ärende on a day. */
export const isValidOn = (samtycke: Samtyckesperiod, dag: Dag): boolean =>
  !samtycke.aterkallat &&
  samtycke.giltigtFran <= dag &&
  (samtycke.giltigtTill === undefined || dag <= samtycke.giltigtTill);

/** The ways in which a person stands to an ärende on a day. */
export function relationer(person: Person, arende: Arenderelation, idag: Dag): readonly Relation[] {
  const has = (roll: string) =>
    person.roller.some((one) => one.roll === roll && (one.insatsId === undefined || one.insatsId === arende.insatsId));
  const found: [Relation, boolean][] = [
    ['remittent', person.id === arende.remittentId],
    ['medhandlaggare', arende.medhandlaggare.some((atgard) => hasPromised(person, atgard, arende, idag))],
    ['koordinator', person.id === arende.koordinatorId],
    ['sammankallande', has('sammankallande')],
    ['styrgrupp', arende.lyft && has('styrgrupp')],
    ['kansli', arende.kanslivy && has('kansli')],
    ['teamrepresentant', arende.paDagordning && verksamheterFor(person, arende, idag).length > 0],
  ];
  return found.filter(([, holds]) => holds).map(([relation]) => relation);
}

/** Whether samtycke opens the ärende to a verksamhet on a day. */
export const isOpenTo = (verksamhetId: string, { samtycken }: Arenderelation, idag: Dag): boolean =>
  samtycken.some((samtycke) => samtycke.verksamhetId === verksamhetId && isValidOn(samtycke, idag));

/**
 * Whether an action is the person's to report while samtycke opens the ärende to its verksamhet: she is named, or
 * nobody is and she sits in the team for the verksamhet.
 */
export const hasPromised = (
  person: Person,
  { personId, verksamhetId }: Arenderelation['medhandlaggare'][number],
  arende: Arenderelation,
  idag: Dag,
): boolean =>
  personId === null
    ? verksamheterFor(person, arende, idag).includes(verksamhetId)
    : personId === person.id && isOpenTo(verksamhetId, arende, idag);

/** The verksamheter that a person represents in the ärende's team and that samtycke opens the ärende to on a day. */
export const verksamheterFor = (person: Person, arende: Arenderelation, idag: Dag): string[] =>
  person.team
    .filter((seat) => seat.teamId === arende.teamId)
    .map(({ verksamhetId }) => verksamhetId)
    .filter((verksamhetId) => isOpenTo(verksamhetId, arende, idag));

/**
 * Whether the remittent still takes part: without samtycke for her verksamhet she sees what she sent and nothing else.
 */
export const remittentDeltar = (arende: Arenderelation, idag: Dag): boolean =>
  !arende.identifierad || isOpenTo(arende.remittentVerksamhetId, arende, idag);

/**
 * The right by which a person may read or decide, or `undefined`: what is not granted here is refused (design 3).
 * The right that is returned is the one the trace names.
 */
export function rattTill(
  person: Person,
  handling: Lasning | Skrivning | Beslutstyp,
  arende: Arenderelation,
  idag: Dag,
): Relation | undefined {
  const own = relationer(person, arende, idag);
  const holds = (relation: Relation): boolean =>
    own.includes(relation) && (relation !== 'remittent' || handling === 'las_remiss' || remittentDeltar(arende, idag));
  return RATT[handling].find(holds);
}
