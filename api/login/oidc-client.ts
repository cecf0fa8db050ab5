import * as oidc from 'openid-client';
import type { Logger } from 'pino';
import { problem } from '../http/errors.js';
import type { OidcConfig } from '../deps.js';
import type { Claims } from './claim-mapping.js';
import { FRESH_SECONDS } from './fresh-login.js';

const TIMEOUT_SECONDS = 10;

/** What must be remembered between sending somebody to the provider and their return. */
export interface PendingLogin {
  state: string;
  nonce: string;
  codeVerifier: string;
  /** where to go afterwards; a path of our own */
  till: string;
  /** whether the person is to prove anew who she is, although the provider knows her already */
  anew: boolean;
}

/** Who the provider says it is. */
export interface ProvenIdentity {
  sub: string;
  /** everything the provider tells of the person; only asked for in full where a mapping reads it */
  claims: Claims;
  idToken: string;
  /** when the person proved it, in milliseconds since 1970; missing when the provider does not tell */
  provenAt?: number;
}

/** The person proved who she is, but not as strongly as the installation demands. */
export class WeakProof extends Error {
  override readonly name = 'WeakProof';
}

/** The identity provider, seen from here. */
export interface OidcClient {
  /**
   * Starts a login: the address to send the browser to, and what to remember.
   *
   * @param anew asks for a new proof (`prompt=login`), and refuses one that is older than FRESH_SECONDS
   * @throws HttpProblem 503
   */
  begin: (till: string, anew: boolean) => Promise<{ address: string; pending: PendingLogin }>;
  /**
   * Ends it: checks state, nonce, PKCE, the token's signature and how the person proved who she is.
   *
   * @throws WeakProof when that is less than the installation demands, another Error when anything else does not hold
   */
  complete: (query: string, pending: PendingLogin) => Promise<ProvenIdentity>;
  /** Where to end the provider's own session; undefined where it has no such address. @throws HttpProblem 503 */
  logoutAddress: (idToken: string | undefined) => Promise<string | undefined>;
  /** Origins that the browser is sent to; all of them once the provider has answered. */
  origins: () => readonly string[];
  /** Settles when the provider has told its addresses, or has not. */
  asked: () => Promise<void>;
}

const isLoopback = (issuer: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);

/**
 * The client of one provider. Its addresses are discovered before the first login and kept; a discovery that failed is
 * tried anew at the next login, so the web starts although the provider is down.
 *
 * @param baseUrl our own public address, which the provider sends people back to
 */
export function createOidcClient(config: OidcConfig, baseUrl: string, logger: Logger): OidcClient {
  const issuer = new URL(config.issuer);
  const redirectUri = `${baseUrl}/logga-in/retur`;
  let found: Promise<oidc.Configuration> | undefined;
  const origins = new Set([issuer.origin]);

  const discover = async (): Promise<oidc.Configuration> => {
    const configuration = await oidc.discovery(
      issuer,
      config.clientId,
      undefined,
      oidc.ClientSecretBasic(config.clientSecret),
      {
        timeout: TIMEOUT_SECONDS,
        [oidc.customFetch]: onlyTo([issuer.host, ...(config.hosts ?? [])]),
        // tokens over plain http only where they do not leave the machine
        execute: issuer.protocol === 'http:' && isLoopback(issuer) ? [oidc.allowInsecureRequests] : [],
      },
    );
    const metadata = configuration.serverMetadata();
    for (const address of [metadata.authorization_endpoint, metadata.end_session_endpoint])
      if (address) origins.add(new URL(address).origin);
    return configuration;
  };

  const provider = async (): Promise<oidc.Configuration> => {
    found ??= discover();
    try {
      return await found;
    } catch (cause) {
      found = undefined;
      logger.error({ err: cause }, 'the identity provider does not answer');
      throw problem(503, 'Inloggningstjänsten svarar inte just nu. Vänta en stund och försök igen.', { cause });
    }
  };

  return {
    origins: () => [...origins],

    asked: () =>
      provider().then(
        () => undefined,
        () => undefined,
      ),

    begin: async (till, anew) => {
      const configuration = await provider();
      const pending = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
        till,
        anew,
      };
      const address = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: config.scope ?? 'openid',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.codeVerifier),
        code_challenge_method: 'S256',
        ui_locales: 'sv',
        ...(config.acr ? { acr_values: config.acr.join(' ') } : {}),
        ...(anew ? { prompt: 'login', max_age: String(FRESH_SECONDS) } : {}),
      });
      return { address: address.href, pending };
    },

    complete: async (query, pending) => {
      const configuration = await provider();
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${redirectUri}${query}`), {
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        pkceCodeVerifier: pending.codeVerifier,
        idTokenExpected: true,
        // what the browser asked for can be changed on the way there: the token itself says when the proof was made
        ...(pending.anew ? { maxAge: FRESH_SECONDS } : {}),
      });
      const claims = tokens.claims();
      if (!claims || !tokens.id_token) throw new Error('The identity provider sent no ID token.');
      assertStrong(config, claims);
      const { sub, auth_time: seconds } = claims;
      // the signed token's word goes before the other's
      const told = config.claims ? { ...(await userInfo(configuration, tokens.access_token, sub)), ...claims } : claims;
      const provenAt = seconds === undefined ? {} : { provenAt: seconds * 1000 };
      return { sub, claims: told, idToken: tokens.id_token, ...provenAt };
    },

    logoutAddress: async (idToken) => {
      const configuration = await provider();
      if (!configuration.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: `${baseUrl}/utloggad`,
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      }).href;
    },
  };
}

/** Asks these hosts and no others: what the provider says of its own addresses is not ours to follow anywhere. */
const onlyTo =
  (hosts: readonly string[]): oidc.CustomFetch =>
  (address, options) => {
    const { host } = new URL(address);
    if (hosts.includes(host)) return fetch(address, options as RequestInit);
    return Promise.reject(new Error(`The identity provider names the host ${host}, which OIDC_HOSTS does not.`));
  };

/** A provider may send what it knows of the person here alone. */
const userInfo = (configuration: oidc.Configuration, accessToken: string, sub: string): Promise<object> =>
  configuration.serverMetadata().userinfo_endpoint
    ? oidc.fetchUserInfo(configuration, accessToken, sub)
    : Promise.resolve({});

function assertStrong({ acr, amr }: OidcConfig, claims: oidc.IDToken): void {
  const level = typeof claims.acr === 'string' ? claims.acr : 'none';
  if (acr && !acr.includes(level)) throw new WeakProof(`The login reached the level ${level}.`);
  const used = Array.isArray(claims.amr) ? claims.amr.map(String) : [];
  if (amr && !amr.some((one) => used.includes(one))) throw new WeakProof(`The login was made by ${used.join(', ')}.`);
}
