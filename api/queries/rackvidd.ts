import { stallen, type Person } from '../../domain/atkomst.js';
import type { Rollkod } from '../../domain/koder.js';
import { Prisma } from '../../prisma/client.js';

/** The insatser that a role reaches: the named ones, or all when the role is bound to none. */
export type Rackvidd = 'alla' | readonly string[];

/** The insatser in which a person holds one of some roles, also in the place of who is away. */
export function rackviddFor(person: Person, roller: readonly Rollkod[]): Rackvidd {
  const held = stallen(person)
    .flatMap((stalle) => stalle.roller)
    .filter(({ roll }) => (roller as readonly string[]).includes(roll));
  const insatser = held.map(({ insatsId }) => insatsId);
  return insatser.includes(undefined) ? 'alla' : insatser.filter((id) => id !== undefined);
}

/** The condition that an insats's id, as written in a statement, lies within reach. */
export const withinRackvidd = (insatsId: Prisma.Sql, rackvidd: Rackvidd): Prisma.Sql =>
  rackvidd === 'alla' ? Prisma.sql`TRUE` : isOneOf(insatsId, rackvidd);

/** The condition that a uuid, as written in a statement, is one of some; never true for none. */
export const isOneOf = (id: Prisma.Sql, ids: readonly string[]): Prisma.Sql =>
  Prisma.sql`${id} = ANY(${[...ids]}::uuid[])`;

/** The teams in which a person has a seat, also in the place of who is away. */
export const teamOf = (person: Person): string[] => [
  ...new Set(stallen(person).flatMap(({ team }) => team.map(({ teamId }) => teamId))),
];

/** The ids whose own things are a person's to do today: hers, and those of who is away and whom she stands in for. */
export const idsOf = (person: Person): string[] => stallen(person).map(({ id }) => id);
