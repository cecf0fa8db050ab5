import type { Request } from 'express';
import { forvaltarParter } from '../../../domain/forvaltning.js';
import type { AppDeps } from '../../deps.js';
import { problem } from '../../http/errors.js';
import { inloggad, requireRoll } from '../../login/current-user.js';
import { forbundOf, readPersonsida, type Forvaltningsrackvidd, type Personsida } from '../../queries/forvaltning.js';
import { logRead } from '../../records/logg.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Lets only who is förvaltare herself on: the role is never lent. */
export const onlyForvaltare = requireRoll('forvaltare');

/** Whom the förvaltare who asks administers: the people of her part, and nobody of another's (design 3). */
export async function rackviddOf({ prisma }: Pick<AppDeps, 'prisma'>, request: Request): Promise<Forvaltningsrackvidd> {
  const person = inloggad(request);
  return { forbundId: await forbundOf(prisma, person.verksamhet.id), parter: forvaltarParter(person) };
}

/** Who works where is the staff's personal data: traced before a page of the förvaltare shows it. @param visning which page */
export const logFolk = async ({ prisma, klocka }: AppDeps, request: Request, visning: string): Promise<void> =>
  logRead(prisma, {
    av: inloggad(request).id,
    handling: 'las_folk',
    grund: 'forvaltare',
    nar: await klocka.now(),
    data: { visning },
  });

/**
 * A person within the reach of the förvaltare who asks.
 *
 * @throws HttpProblem 404 for everybody else: of another part's people not even that they exist is told
 */
export async function openPerson(deps: Pick<AppDeps, 'prisma'>, request: Request, id: unknown): Promise<Personsida> {
  if (typeof id !== 'string' || !UUID.test(id)) throw problem(404);
  const person = await readPersonsida(deps.prisma, await rackviddOf(deps, request), id);
  if (!person) throw problem(404);
  return person;
}
