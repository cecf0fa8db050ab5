import type { Person } from '../../domain/atkomst.js';
import type { Rollkod } from '../../domain/koder.js';
import { Prisma } from '../../prisma/client.js';

/** The insatser that a role reaches: the named ones, or all when the role is bound to none. */
export type Rackvidd = 'alla' | readonly string[];

/** The insatser in which a person holds one of some roles. */
export function rackviddFor(person: Person, roller: readonly Rollkod[]): Rackvidd {
  const held = person.roller.filter(({ roll }) => (roller as readonly string[]).includes(roll));
  const insatser = held.map(({ insatsId }) => insatsId);
  return insatser.includes(undefined) ? 'alla' : insatser.filter((id) => id !== undefined);
}

/** The condition that an insats's id, as written in a statement, lies within reach. */
export const withinRackvidd = (insatsId: Prisma.Sql, rackvidd: Rackvidd): Prisma.Sql =>
  rackvidd === 'alla' ? Prisma.sql`TRUE` : isOneOf(insatsId, rackvidd);

/** The condition that a uuid, as written in a statement, is one of some; never true for none. */
export const isOneOf = (id: Prisma.Sql, ids: readonly string[]): Prisma.Sql =>
  Prisma.sql`${id} = ANY(${[...ids]}::uuid[])`;
