import { checkServerIdentity, type ConnectionOptions } from 'node:tls';

/** How a connection is encrypted, and how each end is known. Texts are PEM. */
export interface Tls {
  /** whose certificates are trusted; those that Node.js carries when missing */
  readonly ca?: string | undefined;
  /** our own certificate and its key, where the other end asks who we are */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  /** the name in the other end's certificate, when it is not the host that is connected to */
  readonly serverName?: string | undefined;
}

/** A way to the database, as `pg` and its kin take it. Without `tls` it is not encrypted. */
export const databaseAccess = (
  connectionString: string,
  tls: Tls | undefined,
): { connectionString: string; ssl?: ConnectionOptions } =>
  tls === undefined ? { connectionString } : { connectionString, ssl: sslOf(tls) };

/** The driver names the host by itself, so another name is compared here. */
const sslOf = ({ ca, cert, key, serverName }: Tls): ConnectionOptions => ({
  minVersion: 'TLSv1.2',
  rejectUnauthorized: true,
  ...(ca === undefined ? {} : { ca }),
  ...(cert === undefined ? {} : { cert, key }),
  ...(serverName === undefined
    ? {}
    : { checkServerIdentity: (_host: string, certificate) => checkServerIdentity(serverName, certificate) }),
});
