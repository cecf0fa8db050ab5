import type { Request, RequestHandler } from 'express';
import type { Rollkod } from '../../domain/koder.js';
import { problem } from '../http/errors.js';
import type { PrismaClient } from '../../prisma/client.js';

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
 * Reads one active person with roles and team seats, in one query.
 *
 * @param id a uuid from the session
 * @returns undefined when the person does not exist or is not active any longer
 */
export async function readAnvandare(prisma: PrismaClient, id: string): Promise<InloggadAnvandare | undefined> {
  const rows = await prisma.$queryRaw<{ anvandare: InloggadAnvandare }[]>`
    SELECT json_strip_nulls(json_build_object(
      'id', a.id, 'namn', a.namn, 'epost', a.epost, 'titel', a.titel,
      'verksamhet', json_build_object('id', v.id, 'kod', v.kod, 'namn', v.namn, 'part', v.part),
      'roller', coalesce((
        SELECT json_agg(json_build_object('roll', r.roll, 'insatsId', r."insatsId", 'insatsKod', i.kod, 'part', r.part)
                        ORDER BY r.roll, i.kod, r.part)
        FROM roll r LEFT JOIN insats i ON i.id = r."insatsId" WHERE r."anvandareId" = a.id), '[]'),
      'team', coalesce((
        SELECT json_agg(json_build_object('teamId', m."teamId", 'insatsId', t."insatsId",
                                          'verksamhetId', m."verksamhetId", 'ersattare', m.ersattare)
                        ORDER BY t.kod)
        FROM teammedlem m JOIN team t ON t.id = m."teamId" WHERE m."anvandareId" = a.id), '[]')
    )) AS anvandare
    FROM anvandare a JOIN verksamhet v ON v.id = a."verksamhetId"
    WHERE a.id = ${id}::uuid AND a.aktiv`;
  return rows[0]?.anvandare;
}

/** Puts the person on the request. Read anew each time: who was deactivated, or lost a role, is out at once. */
export const currentUser =
  (prisma: PrismaClient): RequestHandler =>
  async (request, _response, next) => {
    const { anvandareId } = request.session;
    if (anvandareId) {
      const anvandare = await readAnvandare(prisma, anvandareId);
      if (anvandare) request.anvandare = anvandare;
    }
    next();
  };

/** Lets only logged-in people on; others get 401, which becomes the way to the login. */
export const requireLogin: RequestHandler = (request, _response, next) => {
  next(request.anvandare ? undefined : problem(401));
};

/** Lets people on who have at least one of the roles, for whichever insats or part; others get 403. */
export const requireRoll =
  (...roller: readonly Rollkod[]): RequestHandler =>
  (request, _response, next) => {
    const { anvandare } = request;
    if (!anvandare) return next(problem(401));
    next(anvandare.roller.some(({ roll }) => roller.includes(roll)) ? undefined : problem(403));
  };

/** The logged-in person. @throws HttpProblem 401 when nobody is */
export function inloggad(request: Request): InloggadAnvandare {
  if (!request.anvandare) throw problem(401);
  return request.anvandare;
}
