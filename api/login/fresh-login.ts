import type { RequestHandler } from 'express';
import { problem } from '../http/errors.js';
import { returnAddress } from './return-address.js';

/** How old a proof of who somebody is may be before a sensitive action. */
export const FRESH_SECONDS = 600;

/** Where somebody is asked to log in once more, with the way back. */
export const CONFIRM_ADDRESS = '/logga-in/bekrafta';

/** The query that makes a login a new proof, although somebody is logged in. */
export const ANEW = 'igen';

/** Thrown where a sensitive action needs a login that was made a moment ago. It becomes a way there that keeps the form. */
export class FreshLoginNeeded extends Error {
  override readonly name = 'FreshLoginNeeded';
}

/**
 * Lets on only who proved to the provider within ten minutes who she is; others log in once more and come back, with the
 * form that they sent. For what gives power or cannot be undone: roles, hand-over, nödåtkomst, extracts, gallring, profiles.
 * Mount it before the handler of the POST; in front of a GET it asks before anything has been written. Forms with files
 * are not kept, so those ask at their page.
 */
export const requireFreshLogin: RequestHandler = (request, _response, next) => {
  if (!request.anvandare) return next(problem(401));
  const { bevisad } = request.session;
  const fresh = bevisad !== undefined && Date.now() - bevisad < FRESH_SECONDS * 1000;
  next(fresh ? undefined : new FreshLoginNeeded());
};

/** The address of the page that asks for a new login, with the way back. */
export const confirmAddress = (returnTo: string): string =>
  `${CONFIRM_ADDRESS}?till=${encodeURIComponent(returnAddress(returnTo))}`;
