import { rattTill, relationer, verksamheterFor, type Arenderelation, type Person } from './atkomst.js';
import type { Dag } from './kalender/kalender.js';
import { uppgiftstyper, type Uppgiftstyp } from './uppgifter.js';

/** A person with her seats; an ersättare sits there only when the ordinary one cannot. */
export interface Uppgiftsperson extends Person {
  readonly team: readonly { readonly teamId: string; readonly verksamhetId: string; readonly ersattare: boolean }[];
}

/** What tells whose an open task is. */
export interface Agduppgift {
  readonly typ: Uppgiftstyp;
  readonly roll: string;
  readonly verksamhetId?: string | undefined;
}

/** Whether a verksamhet's task is one that the person may answer for her verksamhet. */
const answersFor = (person: Person, uppgift: Agduppgift, arende: Arenderelation, idag: Dag): boolean =>
  uppgift.verksamhetId !== undefined &&
  relationer(person, arende, idag).includes('teamrepresentant') &&
  verksamheterFor(person, arende, idag).includes(uppgift.verksamhetId);

/**
 * Whether a person owes a task herself (design 3): the remittent, the ärende's koordinator, who holds the role in the
 * insats, or the ordinary representative of the verksamhet while samtycke opens the ärende to it.
 */
export function owes(person: Uppgiftsperson, uppgift: Agduppgift, arende: Arenderelation, idag: Dag): boolean {
  switch (uppgift.roll) {
    case 'handlaggare':
      return arende.remittentId === person.id;
    case 'koordinator':
      return arende.koordinatorId === person.id;
    case 'teamrepresentant': {
      const ordinarie = { ...person, team: person.team.filter(({ ersattare }) => !ersattare) };
      return answersFor(ordinarie, uppgift, arende, idag);
    }
    default:
      return person.roller.some(
        ({ roll, insatsId }) => roll === uppgift.roll && (insatsId === undefined || insatsId === arende.insatsId),
      );
  }
}

/** Whether a person may do a task, her own or somebody else's: its usual decision is one that she may take. */
export function mayDo(person: Person, uppgift: Agduppgift, arende: Arenderelation, idag: Dag): boolean {
  if (rattTill(person, uppgiftstyper[uppgift.typ].beslut[0], arende, idag) === undefined) return false;
  if (uppgift.verksamhetId === undefined) return true;
  return relationer(person, arende, idag).includes('sammankallande') || answersFor(person, uppgift, arende, idag);
}

/** Whether a task may stand in a person's lists: she owes it, or may read the case. */
export const maySee = (person: Uppgiftsperson, uppgift: Agduppgift, arende: Arenderelation, idag: Dag): boolean =>
  owes(person, uppgift, arende, idag) || rattTill(person, 'las_arende', arende, idag) !== undefined;
