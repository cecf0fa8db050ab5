import { createECDH, hkdfSync } from 'node:crypto';
import type { JWKS } from 'oidc-provider';

/** Secrets of the development provider. */
export interface DevKeys {
  clientSecret: string;
  cookieKeys: string[];
  jwks: JWKS;
}

const derive = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'remissflode/utvecklingsinloggning', purpose, 32));

/**
 * The development provider's keys, derived from the session secret: the same after a restart, so that an ID token from
 * before it can still end a session, and nothing to keep in a file.
 */
export function deriveDevKeys(sessionSecret: string): DevKeys {
  const d = derive(sessionSecret, 'signering');
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(d);
  const point = curve.getPublicKey();
  const part = (from: number, to: number): string => point.subarray(from, to).toString('base64url');
  return {
    clientSecret: derive(sessionSecret, 'klient').toString('base64url'),
    cookieKeys: [derive(sessionSecret, 'kakor').toString('base64url')],
    jwks: {
      // an uncompressed point is one byte that says so, then x, then y
      keys: [
        {
          kty: 'EC',
          crv: 'P-256',
          alg: 'ES256',
          use: 'sig',
          x: part(1, 33),
          y: part(33, 65),
          d: d.toString('base64url'),
        },
      ],
    },
  };
}
