import { Router, type Request, type RequestHandler, type Response } from 'express';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import type { Limiting } from '../http/limits.js';
import { readClaims } from '../login/claim-mapping.js';
import { requireLogin } from '../login/current-user.js';
import { enhetsnamn } from '../login/enhet.js';
import { ANEW, CONFIRM_ADDRESS } from '../login/fresh-login.js';
import { KEEP_ADDRESS, readKeptForm, waitingForm } from '../login/kept-form.js';
import { WeakProof, type OidcClient, type PendingLogin, type ProvenIdentity } from '../login/oidc-client.js';
import { loginAddress, returnAddress } from '../login/return-address.js';
import { endSession, renewSession, saveSession, startSession } from '../login/sessions.js';
import {
  LoggedOutPage,
  LoginFailedPage,
  LoginPage,
  NoAccountPage,
  ProofFailedPage,
  WeakProofPage,
} from '../pages/logga-in.js';
import { ConfirmPage, SendAgainPage } from '../pages/skicka-igen.js';
import { taEmotInloggning } from '../records/inloggning.js';

const SEND_AGAIN = '/logga-in/skicka-igen';
/** Several tabs may each be on their way through the provider. */
const MOST_PENDING = 5;

declare module 'express-session' {
  interface SessionData {
    vantar?: PendingLogin[];
  }
}

/**
 * Login and logout: `/logga-in` → the provider → `/logga-in/retur` → the page asked for. A provider that knows the person
 * asks her nothing, so she is asked here, by a button: no session begins without an act of hers. Pages shown in between
 * never tell why a login failed; the log does.
 *
 * @param home our own public address when cookies must belong to it (development provider), so that somebody who came
 *   by another name of the same machine is led there first
 */
export function loginRoutes(deps: AppDeps, oidc: OidcClient, limiting: Limiting, home: string | undefined): Router {
  const router = Router();
  const { logins: limit } = limiting;
  router.get('/logga-in', limit, atHome(home), (request, response) =>
    home === undefined && !asksAnew(request) ? welcome(request, response) : begin(oidc, request, response),
  );
  router.post('/logga-in', limit, (request, response) => begin(oidc, request, response));
  router.get('/logga-in/retur', limit, async (request, response) => {
    await complete(deps, oidc, request, response);
    if (response.statusCode >= 400) limiting.failedLogin(request);
  });
  router.post(KEEP_ADDRESS, limit, async (request, response) => {
    request.session.behallet = readKeptForm(request);
    await saveSession(request);
    if (asksAnew(request)) response.redirect(303, newProof('/'));
    else response.redirect(303, request.anvandare ? SEND_AGAIN : '/logga-in');
  });
  router.get(CONFIRM_ADDRESS, requireLogin, (request, response) => {
    const href = newProof(returnAddress(request.query['till']));
    response.send(renderPage(ConfirmPage({ href, ram: request.sidram() })));
  });
  router.get(SEND_AGAIN, requireLogin, (request, response) => sendAgain(deps, request, response));
  router.post('/logga-ut', (request, response) => logOut(oidc, request, response));
  router.get('/utloggad', (request, response) => {
    response.send(renderPage(LoggedOutPage({ ram: request.sidram() })));
  });
  return router;
}

const atHome =
  (home: string | undefined): RequestHandler =>
  (request, response, next) => {
    if (home === undefined || request.get('host') === new URL(home).host) return next();
    response.redirect(303, home + loginAddress(returnAddress(request.query['till'])));
  };

function welcome(request: Request, response: Response): void {
  const till = returnAddress(request.query['till']);
  if (request.anvandare) return response.redirect(303, till);
  const action = loginAddress(till);
  response.send(renderPage(LoginPage({ action, behallet: Boolean(request.session.behallet), ram: request.sidram() })));
}

async function begin(oidc: OidcClient, request: Request, response: Response): Promise<void> {
  const till = returnAddress(request.query['till']);
  const anew = asksAnew(request);
  if (request.anvandare && !anew) return response.redirect(303, till);
  const { address, pending } = await oidc.begin(till, anew);
  request.session.vantar = [...(request.session.vantar ?? []), pending].slice(-MOST_PENDING);
  await saveSession(request);
  response.redirect(303, address);
}

const asksAnew = (request: Request): boolean => request.query[ANEW] === 'ja';

const newProof = (till: string): string => `/logga-in?${ANEW}=ja&till=${encodeURIComponent(till)}`;

async function complete(deps: AppDeps, oidc: OidcClient, request: Request, response: Response): Promise<void> {
  const { logger } = deps;
  const { vantar = [], behallet } = request.session;
  const pending = vantar.find(({ state }) => state === request.query['state']);
  if (!pending) return request.anvandare ? response.redirect(303, '/') : failed(request, response);
  const outcome = await oidc.complete(queryOf(request), pending).catch((error: unknown) => {
    logger.warn({ err: error, handelse: 'ej_inloggad' }, 'login was not completed');
    return error instanceof WeakProof ? ('weak' as const) : undefined;
  });
  if (outcome === undefined) return failed(request, response);
  if (outcome === 'weak') return sendPage(request, response, 403, WeakProofPage);
  const { idToken, provenAt } = outcome;
  const anvandareId = await accountOf(deps, outcome);
  if (anvandareId === undefined) {
    logger.warn({ handelse: 'inget_konto' }, 'somebody without an account logged in');
    await renewSession(request, { idToken });
    return sendPage(request, response, 403, NoAccountPage);
  }
  await startSession(request, anvandareId, {
    idToken,
    enhet: enhetsnamn(request.get('user-agent')),
    ...(provenAt === undefined ? {} : { bevisad: provenAt }),
    ...(behallet ? { behallet } : {}),
  });
  logger.info({ handelse: 'inloggad', anvandareId, igen: pending.anew }, 'logged in');
  response.redirect(303, behallet ? SEND_AGAIN : pending.till);
}

/** The person in the records, when she may come in; with a mapping, as the provider now describes her. */
async function accountOf({ config, prisma, klocka }: AppDeps, { sub, claims }: ProvenIdentity) {
  const mapping = config.oidc?.claims;
  if (!mapping) {
    const found = await prisma.anvandare.findUnique({ where: { sub }, select: { id: true, aktiv: true } });
    return found?.aktiv ? found.id : undefined;
  }
  const told = readClaims(mapping, claims);
  return told && taEmotInloggning(prisma, { told, nyaPersoner: mapping.nyaPersoner, nar: await klocka.now() });
}

const sendPage = (request: Request, response: Response, status: number, page: typeof NoAccountPage): void => {
  response.status(status).send(renderPage(page({ ram: request.sidram() })));
};

const queryOf = (request: Request): string => {
  const at = request.originalUrl.indexOf('?');
  return at < 0 ? '' : request.originalUrl.slice(at);
};

const failed = (request: Request, response: Response): void =>
  sendPage(request, response, 400, request.anvandare ? ProofFailedPage : LoginFailedPage);

function sendAgain({ config }: AppDeps, request: Request, response: Response): void {
  const form = waitingForm(request, config.sessionSecret);
  if (!form) return response.redirect(303, '/');
  response.send(renderPage(SendAgainPage({ form, ram: request.sidram() })));
}

async function logOut(oidc: OidcClient, request: Request, response: Response): Promise<void> {
  const { idToken } = request.session;
  await endSession(request);
  // the session here has ended in any case: an unreachable provider must not keep somebody logged in
  const address = await oidc.logoutAddress(idToken).catch(() => undefined);
  response.redirect(303, address ?? '/utloggad');
}
