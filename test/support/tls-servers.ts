import { chownSync, chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../bin/embedded/postgres.js';
import type { Certificate } from './certificates.js';

/** How a server of a test is encrypted. */
export interface ServerTls extends Certificate {
  /** whose clients are let in; anybody when missing */
  readonly clientCa?: string;
  /** PostgreSQL's own rules of who is let in, in place of those that follow from the above */
  readonly hba?: string;
}

/** A PostgreSQL of a test's own that takes encrypted connections only. */
export interface TlsPostgres {
  /** of the owner of the tables, without its password */
  readonly url: string;
  readonly password: string;
  readonly stop: () => Promise<void>;
}

/** Starts a real PostgreSQL and lets nobody in but over TLS, and with `clientCa` but with a certificate of that authority's. */
export async function startTlsPostgres({ cert, key, clientCa, hba }: ServerTls): Promise<TlsPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'remissflode-tls-'));
  chmodSync(folder, 0o755);
  const { ownerUrl: url, program } = await startEmbeddedPostgres({
    folder,
    logFile: join(folder, 'logg'),
    durable: false,
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ data: string }>(`SELECT current_setting('data_directory') AS data`);
  const data = rows[0]?.data ?? '';
  const { uid, gid } = statSync(data);
  const write = (name: string, text: string) => {
    writeFileSync(join(data, name), text, { mode: 0o600 });
    chownSync(join(data, name), uid, gid);
  };
  write('server.crt', cert);
  write('server.key', key);
  write('klienter.crt', clientCa ?? cert);
  write('pg_hba.conf', hba ?? `hostssl all all all scram-sha-256${clientCa ? ' clientcert=verify-ca' : ''}\n`);
  await client.query(`ALTER SYSTEM SET ssl_ca_file = 'klienter.crt'`);
  await client.query('ALTER SYSTEM SET ssl = on');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
  const { password } = new URL(url);
  const stop = async () => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: url.replace(`:${password}@`, '@'), password, stop };
}

/** What stands in front of a server that speaks plainly, as a proxy of the platform's does. */
export interface TlsProxy {
  /** host:port */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Starts a proxy that speaks HTTP/2 over TLS to whoever connects, and plainly to the server behind it. */
export async function startTlsProxy(behind: string, { cert, key, clientCa }: ServerTls): Promise<TlsProxy> {
  const [host = '', port = ''] = behind.split(':');
  const open = new Set<TLSSocket>();
  const demand = clientCa === undefined ? {} : { ca: clientCa, requestCert: true, rejectUnauthorized: true };
  const server = createServer({ cert, key, ALPNProtocols: ['h2'], ...demand }, (socket) => {
    open.add(socket);
    const inner = connect(Number(port), host);
    const end = () => {
      open.delete(socket);
      socket.destroy();
      inner.destroy();
    };
    for (const one of [socket, inner]) one.on('error', end).on('close', end);
    socket.pipe(inner).pipe(socket);
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const own = typeof address === 'object' && address ? address.port : 0;
  const stop = async () => {
    for (const socket of open) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { address: `127.0.0.1:${own}`, stop };
}
