import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { pino } from 'pino';
import { createOidcClient } from '../../api/login/oidc-client.js';

const servers: Server[] = [];

/** A server of this machine, and what it was asked. */
async function serve(answer: () => object): Promise<{ host: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer()));
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return { host: `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, asked };
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Begins a login at a provider whose tokens are to be had at another host, and comes back with a code. */
async function comesBack(
  hosts: (elsewhere: string) => string[] | undefined,
): Promise<{ asked: string[]; why: unknown }> {
  const elsewhere = await serve(() => ({ error: 'invalid_grant' }));
  const provider = await serve(() => ({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `http://${elsewhere.host}/token`,
    jwks_uri: `${issuer}/jwks`,
  }));
  const issuer = `http://${provider.host}`;
  const config = { issuer, clientId: 'remissflode', clientSecret: 'hemligt', hosts: hosts(elsewhere.host) };
  const client = createOidcClient(config, 'http://localhost:3000', pino({ level: 'silent' }));
  const { pending } = await client.begin('/', false);
  const why = await client.complete(`?code=kod&state=${pending.state}`, pending).catch((error: unknown) => error);
  return { asked: elsewhere.asked, why };
}

it('a provider is asked at its own host alone, wherever it says that its tokens are', async () => {
  const { asked, why } = await comesBack(() => undefined);
  expect(asked).toEqual([]);
  expect(String((why as Error).cause ?? why)).toMatch(/names the host 127\.0\.0\.1:\d+, which OIDC_HOSTS does not/);
});

it('and at another that the installation names', async () => {
  const { asked, why } = await comesBack((elsewhere) => ['login.exempel.se', elsewhere]);
  expect(asked).toEqual(['/token']);
  expect(String(why)).not.toContain('OIDC_HOSTS');
});
