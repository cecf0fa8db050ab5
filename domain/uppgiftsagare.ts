import {
  hasPromised,
  isOpenTo,
  isWithin,
  rattTill,
  relationer,
  remittentDeltar,
  stallenI,
  vantarNamngivning,
  verksamheterFor,
  type Arenderelation,
  type Person,
  type Stalle,
} from './atkomst.js';
import type { Dag } from './kalender/kalender.js';
import { uppgiftstyper, type Uppgiftstyp } from './uppgifter.js';

/** A person with her seats; an ersättare sits there only when the ordinary one cannot. */
export interface Uppgiftsperson extends Person {
  readonly team: readonly { readonly teamId: string; readonly verksamhetId: string; readonly ersattare: boolean }[];
}

/** What tells whose an open task is: the values of its own row, which may differ from what its kind usually has. */
export interface Agduppgift {
  readonly typ: Uppgiftstyp;
  readonly roll: string;
  readonly verksamhetId?: string | undefined;
  /** The named person who owes it. */
  readonly personId?: string | undefined;
}

/** Whether a verksamhet's task is one that the person may answer for her verksamhet. */
const answersFor = (person: Person, uppgift: Agduppgift, arende: Arenderelation, idag: Dag): boolean =>
  uppgift.verksamhetId !== undefined &&
  relationer(person, arende, idag).includes('teamrepresentant') &&
  verksamheterFor(person, arende, idag).includes(uppgift.verksamhetId);

/** An action as the rule of who has promised it reads it. */
const promised = (person: Person, { personId, verksamhetId }: Agduppgift, arende: Arenderelation, idag: Dag): boolean =>
  verksamhetId !== undefined && hasPromised(person, { personId: personId ?? null, verksamhetId }, arende, idag);

const ordinarie = (stalle: Stalle): Stalle => ({
  ...stalle,
  team: stalle.team.filter(({ ersattare }) => ersattare !== true),
});

/**
 * Whether a person owes a task herself (design 3): the named person; otherwise the remittent, the ärende's koordinator,
 * who holds the role in the insats, or the ordinary representative of the verksamhet, or its ersättare who was called in
 * to the meeting. What a verksamhet owes or a
 * remittent, she owes only while samtycke opens the ärende to her verksamhet. Who stands in for somebody who is away
 * owes what that one does.
 */
export const owes = (person: Uppgiftsperson, uppgift: Agduppgift, arende: Arenderelation, idag: Dag): boolean =>
  owingStalle(person, uppgift, arende, idag) !== undefined;

/**
 * Who is away and owes the task that the person now owes in her place.
 *
 * @returns the id of who is away; undefined when the task is the person's own, or not hers at all
 */
export function owesInPlaceOf(
  person: Uppgiftsperson,
  uppgift: Agduppgift,
  arende: Arenderelation,
  idag: Dag,
): string | undefined {
  const stalle = owingStalle(person, uppgift, arende, idag);
  return stalle?.inom === undefined ? undefined : stalle.id;
}

const owingStalle = (person: Uppgiftsperson, uppgift: Agduppgift, arende: Arenderelation, idag: Dag) =>
  stallenI(person, arende).find((stalle) => owesAt(stalle, uppgift, arende, idag));

/** Who owes something in the ärende of a protected person before its people are named: the others do not see it. */
const FORE_NAMNGIVNING: readonly string[] = ['handlaggare', 'koordinator', 'sammankallande'];

function owesAt(stalle: Stalle, uppgift: Agduppgift, arende: Arenderelation, idag: Dag): boolean {
  const { personId, verksamhetId, roll } = uppgift;
  if (vantarNamngivning(arende) && (personId !== undefined || !FORE_NAMNGIVNING.includes(roll))) return false;
  if (personId !== undefined)
    return (
      personId === stalle.id &&
      (verksamhetId === undefined || (isWithin(stalle, verksamhetId) && isOpenTo(verksamhetId, arende, idag)))
    );
  switch (roll) {
    case 'handlaggare':
      return (
        stalle.id === arende.remittentId &&
        arende.skydd?.panytt !== true &&
        isWithin(stalle, arende.remittentVerksamhetId) &&
        remittentDeltar(arende, idag)
      );
    case 'koordinator':
      return stalle.id === arende.koordinatorId;
    case 'teamrepresentant':
      return answersFor(arende.inkallade?.includes(stalle.id) ? stalle : ordinarie(stalle), uppgift, arende, idag);
    case 'medhandlaggare':
      return promised(ordinarie(stalle), uppgift, arende, idag);
    default:
      return stalle.roller.some(
        (one) => one.roll === roll && (one.insatsId === undefined || one.insatsId === arende.insatsId),
      );
  }
}

/** Who may do what a verksamhet owes in its place: those who lead the case. */
const iStallet = (uppgift: Agduppgift): readonly string[] =>
  uppgift.roll === 'medhandlaggare' ? ['sammankallande', 'koordinator'] : ['sammankallande'];

/** The ärende as far as it concerns one task: of several proposals of medel each is decided by whose task it is. */
const onlyOf = ({ typ, roll }: Agduppgift, arende: Arenderelation): Arenderelation =>
  typ === 'medelbeslut' || typ === 'medelbeslut_styrgrupp'
    ? { ...arende, medelHos: roll === 'sammankallande' || roll === 'styrgrupp' ? [roll] : [] }
    : arende;

/** Whether a person may do a task, her own or somebody else's: its usual decision is one that she may take. */
export function mayDo(person: Person, uppgift: Agduppgift, arende: Arenderelation, idag: Dag): boolean {
  if (rattTill(person, uppgiftstyper[uppgift.typ].beslut[0], onlyOf(uppgift, arende), idag) === undefined) return false;
  if (uppgift.verksamhetId === undefined) return true;
  const own = relationer(person, arende, idag);
  if (iStallet(uppgift).some((relation) => own.some((one) => one === relation))) return true;
  return uppgift.roll === 'medhandlaggare'
    ? promised(person, uppgift, arende, idag)
    : answersFor(person, uppgift, arende, idag);
}
