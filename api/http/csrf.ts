import { createHmac, timingSafeEqual } from 'node:crypto';
import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import { problem } from './errors.js';

/** The field that carries the token in every form. */
export const CSRF_FIELD = '_csrf';

/** Thrown where a form's token is not this session's: the session ended, or somebody logged in again meanwhile. */
export class StaleForm extends Error {
  override readonly name = 'StaleForm';
}

/** The fields of a submitted form without our own; what was repeated is a list. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** Reads the submitted fields of an urlencoded form. */
export function formFields(request: Request): FormFields {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return {};
  const fields = Object.entries(body).filter(
    (entry): entry is [string, string | string[]] =>
      entry[0] !== CSRF_FIELD && (typeof entry[1] === 'string' || Array.isArray(entry[1])),
  );
  return Object.fromEntries(fields);
}

/** The token as it was submitted, or the empty text. */
export function submittedToken(request: Request): string {
  const body: unknown = request.body;
  const token = typeof body === 'object' && body !== null && CSRF_FIELD in body ? body[CSRF_FIELD] : undefined;
  return typeof token === 'string' ? token : '';
}

/**
 * The token of a form is `<session's token>.<mark>`: the mark says, to the server alone, for whom the form was shown.
 * A form that outlived its session can therefore be sent again by the same person only.
 */
const mark = (secret: string, token: string, anvandareId: string): string =>
  createHmac('sha256', secret).update(`formular\n${token}\n${anvandareId}`).digest('base64url');

/** Whether a form, of whatever session, was shown to this person. */
export function madeFor(secret: string, submitted: string, anvandareId: string): boolean {
  const [token = '', givenMark = ''] = submitted.split('.');
  const expected = Buffer.from(mark(secret, token, anvandareId));
  const given = Buffer.from(givenMark);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** A page of another site sends its visitor's browser here. Old browsers say nothing; the token stops them. */
function isCrossSite(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site) return site === 'cross-site' || site === 'same-site';
  const origin = request.get('origin');
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.get('host'));
}

/** Refuses what another site's page sends, before anything is read for it. */
export const refuseCrossSite: RequestHandler = (request, _response, next) => {
  const reading = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  next(!reading && isCrossSite(request) ? problem(403, 'Formuläret kom från en annan webbplats.') : undefined);
};

/**
 * Protects everything that is not GET, HEAD or OPTIONS: the form must carry the session's
 * token in `_csrf`. Otherwise StaleForm is thrown, which becomes a page that keeps what was typed.
 */
export function csrfProtection(): RequestHandler {
  const { csrfSynchronisedProtection, invalidCsrfTokenError } = csrfSync({
    size: 32,
    getTokenFromRequest: (request) => submittedToken(request).split('.')[0],
    // logging out of a session that has ended already needs no proof, nor does beginning a login: what it sends on to is
    // proved by its state
    skipCsrfProtection: (request) =>
      request.path === '/logga-in' || (request.path === '/logga-ut' && !request.anvandare),
  });
  return (request, response, next) => {
    csrfSynchronisedProtection(request, response, (error?: unknown) => {
      next(error === invalidCsrfTokenError ? new StaleForm() : error);
    });
  };
}

/**
 * The token to put in a form of this page, as `_csrf`. Empty where there is no session (the database is away).
 *
 * @param secret SESSION_SECRET
 */
export function formToken(request: Request, secret: string): string {
  if (!request.csrfToken) return '';
  const token = request.csrfToken();
  return `${token}.${mark(secret, token, request.anvandare?.id ?? '')}`;
}
