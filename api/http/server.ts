import { createServer, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';

/** How long a connection may take, in milliseconds; headers are also counted (100) and weighed (16 kB) by Node.js. */
const PATIENCE = {
  /** from the first byte to the last header */
  headersTimeout: 10_000,
  /** to the last byte of the request: five files over a slow line */
  requestTimeout: 120_000,
  /** how often the two above are looked after */
  connectionsCheckingInterval: 5_000,
  /** longer than proxies keep theirs, which otherwise send a request into a connection that is being closed */
  keepAliveTimeout: 65_000,
} as const satisfies ServerOptions;

/** A connection on which nothing has moved for so long is dropped: who reads an answer byte by byte holds its memory. */
const SILENCE_MS = 120_000;

/**
 * A web server that does not wait for ever for those who send or read slowly.
 *
 * @param patience other times than the usual ones, in milliseconds
 * @param tls certificate and key, in PEM, to speak https with; http without
 */
export function createWebServer(
  patience: Partial<Record<keyof typeof PATIENCE, number>> = {},
  tls?: { readonly cert: string; readonly key: string },
): Server {
  const options = { ...PATIENCE, ...patience, maxHeaderSize: 16_384 };
  const server: Server = tls ? createTlsServer({ ...options, ...tls, minVersion: 'TLSv1.2' }) : createServer(options);
  server.maxHeadersCount = 100;
  server.setTimeout(SILENCE_MS);
  const open = new Set<Socket>();
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  };
  // of an encrypted connection both: the one tells of its first byte, the other of the first one of a request
  for (const event of ['connection', 'secureConnection']) server.on(event, keep);
  connections.set(server, open);
  return server;
}

const connections = new WeakMap<Server, ReadonlySet<Socket>>();

const SWEEP_EVERY_MS = 50;

/** Stops listening, lets running requests finish, and drops connections that only wait. */
export function closeWebServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => {
      // a connection whose last answer has gone out is idle from then on
      server.closeIdleConnections();
      // and one that a browser opened in advance is not, for Node.js, as long as nothing was asked in it
      for (const socket of connections.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy();
    }, SWEEP_EVERY_MS);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
}
