import compression from 'compression';
import express, { type Express } from 'express';
import type { AppDeps } from './deps.js';
import { csrfProtection, refuseCrossSite } from './http/csrf.js';
import { errorHandler, notFound } from './http/error-handler.js';
import { healthRoutes } from './http/health.js';
import { noStore, securityHeaders } from './http/helmet.js';
import { createLimiting } from './http/limits.js';
import { requestLogger } from './http/logging.js';
import { traceFrammandeVal, traceRefusals } from './http/nekad.js';
import { pageFrame } from './http/page-frame.js';
import { scanUploads } from './http/genomsokning.js';
import { readUploads, UPLOAD_PATHS } from './http/uppladdning.js';
import { countUppgifter } from './http/uppgiftsantal.js';
import { KALENDER } from './kalender/hemlighet.js';
import { kalenderRoutes } from './kalender/routes.js';
import { currentUser } from './login/current-user.js';
import { LEVERANSSTATUS, leveransRoutes } from './leverans/routes.js';
import { forgetSentForm } from './login/kept-form.js';
import { createOidcClient } from './login/oidc-client.js';
import { createSessions } from './login/sessions.js';
import { mountRoutes } from './routes/index.js';
import { loginRoutes } from './routes/login.js';
import { staticFiles } from './static.js';

/** A form with long texts in every field is far below this. */
const MOST_FORM_BYTES = '512kb';
const MOST_FORM_FIELDS = 2000;

/** What machines ask for or hand over, without a session. */
const MACHINE_PATHS = [LEVERANSSTATUS, KALENDER];

/**
 * The web application, not yet listening. The order of what is mounted here is the order in which a request passes:
 * what needs no session first, then form, session, person, limits, CSRF, and the pages.
 *
 * @param mountPages adds the routers of the pages; the application's own unless told
 * @throws Error without an identity provider
 */
export function createApp(deps: AppDeps, mountPages = mountRoutes): Express {
  const { config, pool, klocka, devLogin, demotid, logger } = deps;
  const oidcConfig = config.oidc ?? devLogin?.oidc;
  if (!oidcConfig) throw new Error('There is neither an identity provider nor the development login.');
  const oidc = createOidcClient(oidcConfig, config.baseUrl, logger);
  const secure = config.baseUrl.startsWith('https:');
  const limiting = createLimiting(pool, config.limits, logger);

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // we speak http: a public https address means that one proxy stands in front
  if (secure) app.set('trust proxy', 1);

  app.use(healthRoutes(pool, logger));
  app.use(requestLogger(logger));
  app.use(pageFrame(config, demotid && { klocka, rad: demotid.rad }));
  // the login's button ends at an origin that is known only then
  if (config.oidc) app.get('/logga-in', (_request, _response, next) => void oidc.asked().then(next));
  app.use(securityHeaders(oidc.origins, secure));
  app.use(MACHINE_PATHS, limiting.machines);
  app.use(leveransRoutes(deps));
  app.use(kalenderRoutes(deps));
  app.use(compression());
  app.use(staticFiles());
  app.use(noStore);
  if (devLogin) app.use(devLogin.path, limiting.provider, devLogin.handler);
  // read before the session, so that a form is not lost when the database is away
  app.use(express.urlencoded({ extended: false, limit: MOST_FORM_BYTES, parameterLimit: MOST_FORM_FIELDS }));
  app.use(refuseCrossSite);
  app.use(createSessions(pool, config, logger));
  app.use(currentUser(deps));
  app.use(limiting.requests, limiting.misses);
  // a form with files is read before its token can be checked, and only where one is expected
  app.use(UPLOAD_PATHS, limiting.uploads, readUploads, scanUploads(deps));
  app.use(csrfProtection());
  app.use(traceFrammandeVal(deps));
  app.use(forgetSentForm);
  app.use(countUppgifter(deps));

  app.use(loginRoutes(deps, oidc, limiting, devLogin && config.baseUrl));
  mountPages(app, deps);

  app.use(notFound);
  app.use(traceRefusals(deps));
  app.use(errorHandler(config, logger));
  return app;
}
