import { koder, roller } from '../../domain/koder.js';
import type { PrismaClient } from '../../prisma/client.js';

/** Somebody that the development provider can log in. */
export interface DevPerson {
  sub: string;
  namn: string;
  titel: string;
  verksamhet: string;
  /** which insatser or part the role holds for; empty when it holds for none in particular */
  inom: string;
}

/** People who have one role. */
export interface DevGroup {
  rubrik: string;
  personer: DevPerson[];
}

const NO_ROLE = 'Utan roll';

/**
 * All active people by role, in the order of the role list; who has several roles stands under each.
 *
 * @param only the one who is logged in already and is to prove it anew: nobody else can then be chosen
 */
export async function readDevGroups(prisma: PrismaClient, only?: string): Promise<DevGroup[]> {
  const people = await prisma.anvandare.findMany({
    where: { aktiv: true, ...(only === undefined ? {} : { sub: only }) },
    orderBy: { namn: 'asc' },
    include: { verksamhet: true, roller: { include: { insats: true } } },
  });
  const listed = (roll: string | undefined): DevPerson[] =>
    people
      .filter((one) => (roll === undefined ? one.roller.length === 0 : one.roller.some((r) => r.roll === roll)))
      .map((one) => ({
        sub: one.sub,
        namn: one.namn,
        titel: one.titel ?? '',
        verksamhet: one.verksamhet.namn,
        inom: one.roller.flatMap((r) => (r.roll === roll && r.insats ? [r.insats.namn] : [])).join(', '),
      }));
  const groups = koder(roller).map((roll) => ({ rubrik: roller[roll], personer: listed(roll) }));
  return [...groups, { rubrik: NO_ROLE, personer: listed(undefined) }].filter(({ personer }) => personer.length > 0);
}
