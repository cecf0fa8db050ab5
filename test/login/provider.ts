import { randomBytes } from 'node:crypto';
import express from 'express';
import { Provider, type KoaContextWithOIDC } from 'oidc-provider';
import type { OidcConfig } from '../../api/deps.js';
import { deriveDevKeys } from '../../api/login/dev-keys.js';
import { memoryStorage } from '../../api/login/dev-storage.js';
import { formsOf } from '../support/html.js';
import type { WebAnswer, WebClient } from '../support/web-client.js';

/** What the provider says of an account. */
export interface Account {
  readonly claims: Readonly<Record<string, unknown>>;
  /** how it is proven, when an account has logged in */
  readonly acr?: string;
  readonly amr?: string[];
  /** seconds ago that the person proved it; 0 unless told */
  readonly provenAgo?: number;
}

export interface TestProviderOptions {
  /** accounts by subject; read anew at each login */
  readonly accounts: Record<string, Account>;
  /** claims stand in the answer to a question of their own unless told to stand in the token */
  readonly claimsInToken?: boolean;
  /** false: the provider does not tell when somebody proved who she is */
  readonly tellsWhen?: boolean;
  readonly oidc?: Partial<OidcConfig>;
}

const PATH = '/prov';

/**
 * An organisation's OpenID provider, as any: no part of the application. Whoever is named in its form is believed, and
 * each login proves anew what her account says.
 */
export const testProvider =
  ({ accounts, claimsInToken = false, tellsWhen = true, oidc = {} }: TestProviderOptions) =>
  (baseUrl: string) => {
    const client = { issuer: baseUrl + PATH, clientId: 'remissflode', clientSecret: randomBytes(32).toString('hex') };
    const names = [...new Set(Object.values(accounts).flatMap(({ claims }) => Object.keys(claims)))];
    const keys = deriveDevKeys('provets-egen-leverantor');
    const provider = new Provider(client.issuer, {
      clients: [
        {
          client_id: client.clientId,
          client_secret: client.clientSecret,
          redirect_uris: [`${baseUrl}/logga-in/retur`],
          post_logout_redirect_uris: [`${baseUrl}/utloggad`],
          id_token_signed_response_alg: 'ES256',
          require_auth_time: tellsWhen,
        },
      ],
      adapter: memoryStorage(),
      ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
      jwks: keys.jwks,
      cookies: { keys: keys.cookieKeys },
      claims: { openid: ['sub', 'amr'], profile: names, acr: null },
      acrValues: ['loa2', 'loa3'],
      conformIdTokenClaims: !claimsInToken,
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_ctx, { uid }) => `${PATH}/vem/${uid}` },
      findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...accounts[sub]?.claims, sub }) }),
      loadExistingGrant: grantAll,
    });
    const app = express();
    app.get(`${PATH}/vem/:uid`, (request, response) => {
      response.send(`<h1>Vem är du?</h1><form method="post" action="${PATH}/vem/${request.params.uid}"></form>`);
    });
    app.post(`${PATH}/vem/:uid`, express.urlencoded({ extended: false }), async (request, response) => {
      const { sub } = request.body as { sub: string };
      const { acr, amr, provenAgo = 0 } = accounts[sub] ?? {};
      const ts = Math.floor(Date.now() / 1000) - provenAgo;
      const login = { accountId: sub, ts, ...(acr ? { acr } : {}), ...(amr ? { amr } : {}) };
      await provider.interactionFinished(request, response, { login });
    });
    app.use(PATH, provider.callback());
    return { oidc: { ...client, ...oidc }, app };
  };

async function grantAll({ oidc: { provider, client, session } }: KoaContextWithOIDC) {
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

/** Logs in at the test's provider; whoever was logged in before is forgotten unless `address` continues a visit. */
export async function logIn(client: WebClient, sub: string, address?: string): Promise<WebAnswer> {
  if (address === undefined) client.forget();
  const first = await client.get(address ?? '/logga-in?till=/mig');
  const asked = formsOf(first.html).find((form) => form.action?.startsWith('/logga-in'));
  const page = asked ? await client.send(asked.action ?? '', asked.hidden) : first;
  const action = formsOf(page.html).find((form) => form.action?.startsWith(PATH))?.action;
  if (action === undefined) throw new Error(`The provider asks nothing: ${page.status} ${page.rubrik}`);
  return client.send(action, [['sub', sub]]);
}
