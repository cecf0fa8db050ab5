import { NativeConnection } from '@temporalio/worker';
import pg from 'pg';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { openPost } from '../../activities/utskick/post.js';
import { connectLazily } from '../../api/engine/engine.js';
import { engineTls } from '../../api/engine/engine-tls.js';
import { createPrisma } from '../../prisma/client.js';
import { migrate } from '../../prisma/migrate.js';
import { databaseAccess, type Tls } from '../../prisma/tls.js';
import { createAuthority } from '../support/certificates.js';
import { startDevServer, type TestServer } from '../support/temporal.js';
import { startTlsPostgres, startTlsProxy, type TlsPostgres, type TlsProxy } from '../support/tls-servers.js';

const authority = createAuthority();
const stranger = createAuthority();
const onThisMachine = authority.server('127.0.0.1');
const elsewhere = authority.server('db.exempel.se');
const own = authority.client('remissflode');
const foreign = stranger.client('remissflode');

describe('the way to PostgreSQL', () => {
  let server: TlsPostgres;
  let url: string;
  const withOwn: Tls = { ca: authority.ca, ...own };

  beforeAll(async () => {
    server = await startTlsPostgres({ ...onThisMachine, clientCa: authority.ca });
    url = server.url.replace('@', `:${server.password}@`);
  });

  afterAll(() => server?.stop());

  const connects = async (tls: Tls | undefined): Promise<unknown> => {
    const client = new pg.Client(databaseAccess(url, tls));
    try {
      await client.connect();
      const { rows } = await client.query<{ ssl: boolean }>('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()');
      return rows[0]?.ssl;
    } finally {
      // not waited for: after a refusal it may never come
      void client.end().catch(() => undefined);
    }
  };

  it('is encrypted, and each end knows the other', async () => {
    expect(await connects(withOwn)).toBe(true);
  });

  it('is the same for migrations and for the records', async () => {
    expect((await migrate(url, undefined, withOwn)).length).toBeGreaterThan(0);
    const prisma = createPrisma(url, [], withOwn);
    expect(await prisma.forbund.count()).toBe(0);
    await prisma.$disconnect();
  });

  it.each<[string, Tls | undefined, RegExp]>([
    ['plainly', undefined, /no pg_hba.conf entry.*no encryption/],
    [
      'to a server whose certificate nobody vouches for',
      { ...withOwn, ca: stranger.ca },
      /self-signed|unable to verify/,
    ],
    ['to a server with a certificate that only Node.js would have to know', { ...own }, /self-signed|unable to verify/],
    ['without our own certificate', { ca: authority.ca }, /valid client certificate/],
    ['with a certificate that another has signed', { ca: authority.ca, ...foreign }, /alert|reset|unknown ca/i],
    ['to a server that is another by name', { ...withOwn, serverName: 'annan.exempel.se' }, /annan.exempel.se/],
  ])('is not made %s', async (_how, tls, message) => {
    await expect(connects(tls)).rejects.toThrow(message);
  });

  it('is made to a server behind another name, when that name is told', async () => {
    const behind = await startTlsPostgres(elsewhere);
    url = behind.url.replace('@', `:${behind.password}@`);
    try {
      expect(await connects({ ca: authority.ca, serverName: 'db.exempel.se' })).toBe(true);
      await expect(connects({ ca: authority.ca })).rejects.toThrow(/127.0.0.1/);
    } finally {
      await behind.stop();
    }
  });
});

describe('the way to Temporal', () => {
  let server: TestServer;
  let proxies: TlsProxy[] = [];

  beforeAll(async () => {
    server = await startDevServer();
    proxies = [
      await startTlsProxy(server.address, { ...onThisMachine, clientCa: authority.ca }),
      await startTlsProxy(server.address, elsewhere),
    ];
  });

  afterAll(async () => {
    await Promise.all(proxies.map((proxy) => proxy.stop()));
    await server?.stop();
  });

  const addressOf = (which: number): string => proxies[which]?.address ?? '';

  /** As the web and the pump connect. */
  const asksAsClient = async (address: string, tls?: Tls): Promise<unknown> => {
    const connection = connectLazily(address, { tls });
    try {
      const ask = () => connection.workflowService.describeNamespace({ namespace: server.namespace });
      return (await connection.withDeadline(Date.now() + 2000, ask)).namespaceInfo?.name;
    } finally {
      await connection.close();
    }
  };

  /** As the workers connect. */
  const asksAsWorker = async (address: string, tls?: Tls): Promise<unknown> => {
    const connection = await NativeConnection.connect({ address, ...engineTls(tls) });
    try {
      const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace: server.namespace });
      return namespaceInfo?.name;
    } finally {
      await connection.close();
    }
  };

  describe.each([
    ['web and pump', asksAsClient],
    ['workers', asksAsWorker],
  ])('of %s', (_who, asks) => {
    it('is encrypted, and each end knows the other', async () => {
      expect(await asks(addressOf(0), { ca: authority.ca, ...own })).toBe(server.namespace);
      expect(await asks(addressOf(1), { ca: authority.ca, serverName: 'db.exempel.se' })).toBe(server.namespace);
    });

    it.each<[string, 0 | 1, Tls | undefined]>([
      ['plainly', 0, undefined],
      ['to a server whose certificate nobody vouches for', 0, { ca: stranger.ca, ...own }],
      ['without our own certificate', 0, { ca: authority.ca }],
      ['with a certificate that another has signed', 0, { ca: authority.ca, ...foreign }],
      ['to a server that is another by name', 1, { ca: authority.ca }],
    ])('is not made %s', async (_how, which, tls) => {
      await expect(asks(addressOf(which), tls)).rejects.toThrow(/UNAVAILABLE|DEADLINE|deadline|connect|transport/i);
    });
  });
});

describe('the way to the mail server', () => {
  const received: (string | undefined)[] = [];
  let servers: SMTPServer[] = [];

  afterEach(async () => {
    await Promise.all(servers.map((server) => new Promise<void>((done) => server.close(done))));
    servers = [];
    received.length = 0;
  });

  async function start(options: SMTPServerOptions): Promise<string> {
    const server = new SMTPServer({
      authOptional: true,
      ...options,
      onData(stream, session, done) {
        simpleParser(stream).then(({ subject }) => {
          received.push(session.secure ? subject : 'plain');
          done();
        }, done);
      },
    });
    server.on('error', () => undefined);
    servers.push(server);
    const listening = server.listen(0, '127.0.0.1');
    await new Promise((resolve) => listening.once('listening', resolve));
    const address = listening.address();
    return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  async function send(url: string, tls?: Tls) {
    const post = openPost(url, tls);
    const nothing = { messageId: '<1@exempel.se>', inReplyTo: '', references: '', headers: {}, date: new Date() };
    const mail = { from: 'a@exempel.se', to: 'b@exempel.se', subject: 'Hej', text: 'Hej', html: '<p>Hej</p>' };
    try {
      return await post.send({ ...mail, ...nothing });
    } finally {
      post.close();
    }
  }

  const demanding = { requestCert: true, rejectUnauthorized: true, ca: authority.ca };

  it('is encrypted from the first byte with smtps, and each end knows the other', async () => {
    const address = await start({ secure: true, ...onThisMachine, ...demanding });
    expect(await send(`smtps://${address}`, { ca: authority.ca, ...own })).toEqual({ utfall: 'taken' });
    expect(received).toEqual(['Hej']);
    expect(await send(`smtps://${address}`, { ca: authority.ca })).toMatchObject({ utfall: 'later' });
    expect(await send(`smtps://${address}`, { ca: stranger.ca, ...own })).toMatchObject({ utfall: 'later' });
    expect(received).toHaveLength(1);
  });

  it('is encrypted by STARTTLS with smtp, under the name that is told', async () => {
    const address = await start({ ...elsewhere });
    expect(await send(`smtp://${address}`, { ca: authority.ca, serverName: 'db.exempel.se' })).toEqual({
      utfall: 'taken',
    });
    expect(await send(`smtp://${address}`, { ca: authority.ca })).toMatchObject({ utfall: 'later' });
    expect(received).toEqual(['Hej']);
  });

  it('is not gone to the end when the server offers no encryption: the mail waits', async () => {
    const address = await start({ disabledCommands: ['STARTTLS'] });
    expect(await send(`smtp://${address}`, { ca: authority.ca })).toMatchObject({ utfall: 'later' });
    expect(received).toEqual([]);
  });
});
