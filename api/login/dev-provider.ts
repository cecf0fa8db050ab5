import express, { Router } from 'express';
import { Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Logger } from 'pino';
import type { AppConfig, DevLogin, OidcConfig } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { ErrorPage } from '../pages/fel.js';
import { PickPersonPage } from '../pages/valj-person.js';
import { renderPage } from '../components/sida.js';
import type { PrismaClient } from '../../prisma/client.js';
import { deriveDevKeys } from './dev-keys.js';
import { readDevGroups } from './dev-people.js';
import { memoryStorage } from './dev-storage.js';

const CLIENT_ID = 'remissflode';
const HOUR_SECONDS = 3600;

/** Where the development provider is mounted. */
const DEV_PROVIDER_PATH = '/idp';

function devOidcConfig(config: AppConfig): OidcConfig {
  if (config.production)
    throw new Error(
      'Utvecklingsinloggningen får inte användas i produktion: ange OIDC_ISSUER, OIDC_CLIENT_ID och OIDC_CLIENT_SECRET.',
    );
  return {
    issuer: config.baseUrl + DEV_PROVIDER_PATH,
    clientId: CLIENT_ID,
    clientSecret: deriveDevKeys(config.sessionSecret).clientSecret,
  };
}

function providerConfiguration(config: AppConfig, client: OidcConfig): Configuration {
  const keys = deriveDevKeys(config.sessionSecret);
  return {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${config.baseUrl}/logga-in/retur`],
        post_logout_redirect_uris: [`${config.baseUrl}/utloggad`],
        id_token_signed_response_alg: 'ES256',
        require_auth_time: true,
      },
    ],
    adapter: memoryStorage(),
    jwks: keys.jwks,
    cookies: { keys: keys.cookieKeys },
    ttl: {
      AccessToken: HOUR_SECONDS,
      AuthorizationCode: 60,
      Grant: 12 * HOUR_SECONDS,
      IdToken: HOUR_SECONDS,
      Interaction: HOUR_SECONDS,
      Session: 12 * HOUR_SECONDS,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: () => undefined },
    },
    interactions: { url: (_ctx, interaction) => `${DEV_PROVIDER_PATH}/val/${interaction.uid}` },
    // an account is its name here: whether it may come in is the application's to judge
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    loadExistingGrant: grantWithoutAsking,
    renderError: (ctx) => {
      ctx.type = 'html';
      ctx.body = renderPage(
        ErrorPage({ problem: problem(400, 'Inloggningen gick inte att slutföra. Börja om från början.') }),
      );
    },
  };
}

/** There is one client, our own, and nothing to consent to. */
async function grantWithoutAsking(ctx: KoaContextWithOIDC) {
  const { provider, client, session } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  if (known) return provider.Grant.find(known);
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

/** Ends the provider's session without a second question, which would need a click or a script. */
function endWithoutAsking(provider: Provider): void {
  provider.use(async (ctx: KoaContextWithOIDC, next: () => Promise<void>) => {
    await next();
    const { oidc } = ctx;
    if (oidc?.route !== 'end_session' || ctx.status !== 200 || !oidc.session) return;
    const { postLogoutRedirectUri } = oidc.session.state ?? {};
    await oidc.session.destroy();
    ctx.cookies.set(provider.cookieName('session'), null);
    ctx.redirect(typeof postLogoutRedirectUri === 'string' ? postLogoutRedirectUri : '/utloggad');
  });
}

/**
 * An OpenID provider for development and tests: the real protocol, but whoever is chosen in the list is believed.
 * Its state is in memory: a restart ends its sessions, not the application's.
 *
 * @throws Error in production, where a real provider must be named
 */
export function createDevLogin(config: AppConfig, prisma: PrismaClient, logger: Logger): DevLogin {
  const oidc = devOidcConfig(config);
  return { oidc, path: DEV_PROVIDER_PATH, handler: createDevProvider(config, oidc, prisma, logger) };
}

function createDevProvider(config: AppConfig, client: OidcConfig, prisma: PrismaClient, logger: Logger): Router {
  const provider = new Provider(client.issuer, providerConfiguration(config, client));
  provider.proxy = config.baseUrl.startsWith('https:');
  provider.on('server_error', (_ctx, error) => logger.error({ err: error }, 'development provider'));
  endWithoutAsking(provider);

  const router = Router();
  router.get('/val/:uid', async (request, response) => {
    const { session } = await provider.interactionDetails(request, response).catch(expired);
    const grupper = await readDevGroups(prisma, session?.accountId);
    response.send(renderPage(PickPersonPage({ uid: request.params.uid, grupper })));
  });
  router.post('/val/:uid', express.urlencoded({ extended: false, limit: '1kb' }), async (request, response) => {
    const { sub } = formFields(request);
    if (typeof sub !== 'string' || !(await prisma.anvandare.findUnique({ where: { sub } })))
      throw problem(400, 'Välj en person i listan.');
    await provider.interactionFinished(request, response, { login: { accountId: sub } }).catch(expired);
  });
  router.use(provider.callback());
  return router;
}

const expired = (cause: unknown): never => {
  throw problem(400, 'Inloggningen tog för lång tid. Börja om från början.', {
    cause,
    utvag: { text: 'Logga in', href: '/logga-in' },
  });
};
