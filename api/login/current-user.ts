import type { Request, RequestHandler } from 'express';
import { stallen } from '../../domain/atkomst.js';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Rollkod } from '../../domain/koder.js';
import type { PrismaClient } from '../../prisma/client.js';
import { personSql } from '../../prisma/person-sql.js';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';

/** One role; insats-bound roles name their insats, part-bound ones their part. */
export interface InloggadRoll {
  roll: Rollkod;
  insatsId?: string;
  insatsKod?: string;
  /** a förbund may have parter of its own */
  part?: string;
}

/** A seat in a samverkansteam, for one verksamhet. */
export interface InloggadTeamplats {
  teamId: string;
  insatsId: string;
  verksamhetId: string;
  ersattare: boolean;
}

/** The person who makes the request, as the records know them at this moment. */
export interface InloggadAnvandare {
  id: string;
  namn: string;
  epost: string;
  titel?: string;
  verksamhet: { id: string; kod: string; namn: string; part: string };
  roller: InloggadRoll[];
  team: InloggadTeamplats[];
  /** Those who are away today and whom she stands in for; the access rule lends her what is theirs. */
  ersatter: InloggadErsatt[];
}

/** Somebody who is away, as who stands in for her acts in her place. */
export interface InloggadErsatt {
  id: string;
  namn: string;
  verksamhetId: string;
  roller: InloggadRoll[];
  team: InloggadTeamplats[];
}

declare global {
  namespace Express {
    interface Request {
      /** set when somebody is logged in; behind requireLogin use `inloggad(request)` */
      anvandare?: InloggadAnvandare;
    }
  }
}

/**
 * Reads one active person with roles and team seats, and those whom she stands in for, in one query.
 *
 * @param id a uuid from the session
 * @param idag today in Sweden, `YYYY-MM-DD`
 * @returns undefined when the person does not exist or is not active any longer
 */
export async function readAnvandare(
  prisma: PrismaClient,
  id: string,
  idag: string,
): Promise<InloggadAnvandare | undefined> {
  const rows = await prisma.$queryRaw<{ anvandare: InloggadAnvandare }[]>`
    SELECT json_strip_nulls(json_build_object(
      'namn', a.namn, 'epost', a.epost, 'titel', a.titel,
      'verksamhet', json_build_object('id', v.id, 'kod', v.kod, 'namn', v.namn, 'part', v.part), ${personSql(idag)}
    )) AS anvandare
    FROM anvandare a JOIN verksamhet v ON v.id = a."verksamhetId"
    WHERE a.id = ${id}::uuid AND a.aktiv`;
  return rows[0]?.anvandare;
}

/**
 * Puts the person on the request. Read anew each time: who was deactivated, or lost a role, is out at once, and so is
 * who stood in for somebody that is back.
 */
export const currentUser =
  ({ prisma, klocka }: Pick<AppDeps, 'prisma' | 'klocka'>): RequestHandler =>
  async (request, _response, next) => {
    const { anvandareId } = request.session;
    if (anvandareId) {
      const anvandare = await readAnvandare(prisma, anvandareId, dayOf(await klocka.now()));
      if (anvandare) request.anvandare = anvandare;
    }
    next();
  };

/** Lets only logged-in people on; others get 401, which becomes the way to the login. */
export const requireLogin: RequestHandler = (request, _response, next) => {
  next(request.anvandare ? undefined : problem(401));
};

/** The roles that a person acts by today: her own, and those that are lent to who stands in for somebody. */
export const rollerOf = (anvandare: InloggadAnvandare): ReadonlySet<string> =>
  new Set(stallen(anvandare).flatMap(({ roller }) => roller.map(({ roll }) => roll)));

/** Lets people on who act by at least one of the roles, for whichever insats or part; others get 403. */
export const requireRoll =
  (...roller: readonly Rollkod[]): RequestHandler =>
  (request, _response, next) => {
    const { anvandare } = request;
    if (!anvandare) return next(problem(401));
    const own = rollerOf(anvandare);
    next(roller.some((roll) => own.has(roll)) ? undefined : problem(403));
  };

/** The logged-in person. @throws HttpProblem 401 when nobody is */
export function inloggad(request: Request): InloggadAnvandare {
  if (!request.anvandare) throw problem(401);
  return request.anvandare;
}
