import type { Request } from 'express';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import { inloggad } from '../login/current-user.js';
import { readInsatsmedprofil, type Insatsmedprofil } from '../queries/profiler.js';
import { farAndraProfil, profilratt } from './ratt.js';

/**
 * The insats that an address names.
 *
 * @throws HttpProblem 404 when there is none
 */
export async function open({ prisma }: AppDeps, request: Request): Promise<Insatsmedprofil> {
  const insats = await readInsatsmedprofil(prisma, String(request.params['kod']));
  if (!insats) throw problem(404);
  return insats;
}

/**
 * The insats that an address names, for who may change its profile.
 *
 * @throws HttpProblem 404 when there is none, 403 for others
 */
export async function openForChange(deps: AppDeps, request: Request): Promise<Insatsmedprofil> {
  const insats = await open(deps, request);
  if (!farAndraProfil(inloggad(request), insats.id)) throw problem(403);
  return insats;
}

/**
 * Who changes an insats's profile, when and by which right, for the trace.
 *
 * @throws HttpProblem 403 for who may not
 */
export async function byWhom({ klocka }: AppDeps, request: Request, { id }: Insatsmedprofil) {
  const person = inloggad(request);
  const grund = profilratt(person, id);
  if (!grund) throw problem(403);
  return { av: person.id, nar: await klocka.now(), grund };
}

/** The number of the version that new ärenden get. */
export const newestOf = ({ versioner }: Insatsmedprofil): number => versioner[0]?.version ?? 1;

/** The profile as it is being edited: the draft, or what is in force while there is none. */
export const edited = ({ utkast, profil }: Insatsmedprofil): unknown => utkast?.profil ?? profil;

/** When the draft was last changed, as a form carries it; empty: there is none. */
export const seddOf = ({ utkast }: Insatsmedprofil): string => utkast?.andrad.toISOString() ?? '';

/** The version that the changes begin from. */
export const basOf = (insats: Insatsmedprofil): number => insats.utkast?.grund ?? newestOf(insats);
