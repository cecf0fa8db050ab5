import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { VNode } from 'preact';
import type { Logger } from 'pino';
import { renderPage } from '../components/sida.js';
import type { AppConfig } from '../deps.js';
import { confirmAddress, FreshLoginNeeded } from '../login/fresh-login.js';
import { submittedForm, type KeptForm } from '../login/kept-form.js';
import { loginAddress } from '../login/return-address.js';
import { ErrorPage } from '../pages/fel.js';
import { ConfirmAndContinuePage, LoginAndContinuePage, SendAgainPage } from '../pages/skicka-igen.js';
import { CSRF_FIELD, formFields, StaleForm, submittedToken } from './csrf.js';
import { problem, toProblem } from './errors.js';
import { requestId } from './logging.js';

/** No route took the request. */
export const notFound: RequestHandler = (_request, _response, next) => next(problem(404));

const sendPage = (response: Response, status: number, page: VNode): void => {
  response.status(status).type('html').send(renderPage(page));
};

/** Nobody is logged in: a page is asked for again after login, a form is kept. */
function askToLogIn(request: Request, response: Response, config: AppConfig): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') return keepForm(request, response, config);
  const address = loginAddress(request.originalUrl);
  // a part of a page cannot be replaced by the login: let the whole page go there
  if (request.get('hx-request') === 'true') response.status(401).set('HX-Redirect', address).end();
  else response.redirect(303, address);
}

function keepForm(request: Request, response: Response, config: AppConfig): void {
  const form = submittedForm(request, config.sessionSecret);
  const ram = request.sidram();
  if (request.anvandare) sendPage(response, 409, SendAgainPage({ form, ram }));
  else sendPage(response, 401, LoginAndContinuePage({ form, ram }));
}

/** Somebody is logged in, but not by a proof that is new enough: the page is asked for again after it, a form is kept. */
function askToConfirm(request: Request, response: Response, config: AppConfig): void {
  if (request.method === 'GET' || request.method === 'HEAD')
    return response.redirect(303, confirmAddress(request.originalUrl));
  const form = submittedForm(request, config.sessionSecret);
  sendPage(response, 401, ConfirmAndContinuePage({ form, ram: request.sidram() }));
}

/** What was typed while the service was away, token and all, to be sent again from the error page. */
const unsentForm = (request: Request): KeptForm | undefined => {
  const fields = { ...formFields(request), [CSRF_FIELD]: submittedToken(request) };
  return request.method === 'POST' ? { till: request.originalUrl, fields, formToken: '', kept: Date.now() } : undefined;
};

function answer(error: unknown, request: Request, response: Response, config: AppConfig, logger: Logger): void {
  if (error instanceof StaleForm) return keepForm(request, response, config);
  if (error instanceof FreshLoginNeeded) return askToConfirm(request, response, config);
  const found = toProblem(error);
  if (found.status === 401) return askToLogIn(request, response, config);
  const id = requestId(request);
  if (found.status >= 500) logger.error({ err: found.cause ?? found, reqId: id }, found.message);
  else if (found.cause !== undefined) logger.warn({ err: found.cause, reqId: id }, found.message);
  if (found.status === 429 || found.status === 503) response.set('Retry-After', String(found.retryAfter ?? 60));
  if (request.accepts(['html', 'json']) === 'json') {
    response.status(found.status).json({ fel: found.rubrik, text: found.text, id });
    return;
  }
  const form = found.status === 503 ? unsentForm(request) : undefined;
  sendPage(response, found.status, ErrorPage({ problem: found, id, ram: request.sidram(), ...(form ? { form } : {}) }));
}

/**
 * Turns every error into a page in Swedish, or JSON where that is asked for. The thrown text goes to the log alone; the
 * number on the page finds it there.
 */
export const errorHandler =
  (config: AppConfig, logger: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    try {
      answer(error, request, response, config, logger);
    } catch (second) {
      // keeping a form may be refused, which is an answer of its own
      answer(toProblem(second), request, response, config, logger);
    }
  };
