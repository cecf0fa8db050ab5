import type { TLSConfig } from '@temporalio/client';
import type { Tls } from '../../prisma/tls.js';

/** How a connection to the engine is encrypted, in the words of its SDK. Without `tls` it is not encrypted. */
export function engineTls(tls: Tls | undefined): { tls?: TLSConfig } {
  if (tls === undefined) return {};
  const { ca, cert, key, serverName } = tls;
  return {
    tls: {
      ...(ca === undefined ? {} : { serverRootCACertificate: Buffer.from(ca) }),
      ...(cert === undefined || key === undefined
        ? {}
        : { clientCertPair: { crt: Buffer.from(cert), key: Buffer.from(key) } }),
      ...(serverName === undefined ? {} : { serverNameOverride: serverName }),
    },
  };
}
