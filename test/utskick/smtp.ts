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

/** A real SMTP server on this machine that keeps what it takes. */
export interface TestSmtp {
  url: string;
  brev: TagetBrev[];
  /** what the next commands are answered, in order; when empty everything is taken */
  refusals: { at: 'MAIL FROM' | 'RCPT TO' | 'DATA'; code: number }[];
  /** takes the next mail and lets the line go before it answers */
  hangUpAfterNext: () => void;
  stop: () => Promise<void>;
}

/** Starts the server on a free port. */
export async function startSmtp(): Promise<TestSmtp> {
  const brev: TagetBrev[] = [];
  let hangUp = false;
  const refusals: TestSmtp['refusals'] = [];
  const answer = (at: 'MAIL FROM' | 'RCPT TO' | 'DATA', address: string): Error | null => {
    if (refusals[0]?.at !== at) return null;
    const code = refusals.shift()?.code ?? 0;
    return Object.assign(new Error(`refused <${address}>`), { responseCode: code });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: ({ address }, _session, done) => done(answer('MAIL FROM', address)),
    onRcptTo: ({ address }, _session, done) => done(answer('RCPT TO', address)),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const refused = answer('DATA', to);
        if (refused) return done(refused);
        const raw = Buffer.concat(chunks).toString('utf8');
        simpleParser(raw).then(
          (parsed) => {
            brev.push({ to, raw, parsed });
            if (!hangUp) return done();
            hangUp = false;
            for (const { _socket } of server.connections as unknown as Set<{ _socket: Socket }>) _socket.destroy();
          },
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    brev,
    refusals,
    hangUpAfterNext: () => {
      hangUp = true;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
