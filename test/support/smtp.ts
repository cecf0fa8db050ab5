import { once } from 'node:events';
import type { Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface TagetBrev {
  /** the address that the mail was given for, from the envelope */
  to: string;
  raw: string;
  parsed: ParsedMail;
}

type Steg = 'MAIL FROM' | 'RCPT TO' | 'DATA';

/** A real SMTP server on this machine that keeps what it takes. */
export interface TestSmtp {
  url: string;
  brev: TagetBrev[];
  /** what the next commands are answered, in order; when empty everything is taken */
  refusals: { at: Steg; code: number }[];
  /** addresses that are refused for good */
  refused: Set<string>;
  /** how long it thinks before it answers a mail */
  slowMs: number;
  /** takes the next mail and lets the line go before it answers */
  hangUpAfterNext: () => void;
  /** called with each mail that was taken, before it is answered */
  onTaken: ((brev: TagetBrev) => void) | undefined;
  /** nobody answers at its address any longer, until `up` */
  down: () => Promise<void>;
  up: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the server on a free port. */
export async function startSmtp(): Promise<TestSmtp> {
  let hangUp = false;
  let port = 0;
  let server = serve();

  function answer(at: Steg, address: string): Error | null {
    const refuse = (responseCode: number) => Object.assign(new Error(`refused <${address}>`), { responseCode });
    if (at === 'RCPT TO' && smtp.refused.has(address)) return refuse(550);
    return smtp.refusals[0]?.at === at ? refuse(smtp.refusals.shift()?.code ?? 0) : null;
  }

  async function take(raw: string, to: string, done: (error?: Error | null) => void): Promise<void> {
    const refused = answer('DATA', to);
    if (refused) return done(refused);
    const brev = { to, raw, parsed: await simpleParser(raw) };
    smtp.brev.push(brev);
    smtp.onTaken?.(brev);
    if (smtp.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, smtp.slowMs));
    if (!hangUp) return done();
    hangUp = false;
    hangUpAll();
  }

  function serve(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onMailFrom: ({ address }, _session, done) => done(answer('MAIL FROM', address)),
      onRcptTo: ({ address }, _session, done) => done(answer('RCPT TO', address)),
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo[0]?.address ?? '';
          take(Buffer.concat(chunks).toString('utf8'), to, done).catch((error: unknown) => done(error as Error));
        });
      },
    });
  }

  async function listen(): Promise<void> {
    const listening = server.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    port = typeof address === 'object' && address ? address.port : 0;
  }
  const hangUpAll = () => {
    for (const { _socket } of server.connections as unknown as Set<{ _socket: Socket }>) _socket.destroy();
  };
  /** Does not wait for those who keep a line open in case there is more to send. */
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    hangUpAll();
    await closed;
  };

  const smtp: TestSmtp = {
    url: '',
    brev: [],
    refusals: [],
    refused: new Set(),
    slowMs: 0,
    onTaken: undefined,
    hangUpAfterNext: () => {
      hangUp = true;
    },
    down: close,
    async up() {
      server = serve();
      await listen();
    },
    stop: close,
  };
  await listen();
  smtp.url = `smtp://127.0.0.1:${port}`;
  return smtp;
}
