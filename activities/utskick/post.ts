import type { Readable } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import { createTransport } from 'nodemailer';
import type { Tls } from '../../prisma/tls.js';

/** Mails under way at the same time; a worker takes no more, so that none waits in the pool past its activity's limit. */
export const SAMTIDIGA_BREV = 5;

/**
 * The longest try to hand over one mail: below the activity's own limit, so that it has ended before the next one begins,
 * and below the time that a stopping worker gives it (bin/stop-times.ts).
 */
export const BREV_LANGST_MS = 12_000;
const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;

/** A mail as it is handed to the mail server. */
export interface Forsandelse {
  readonly from: string;
  /** one address, without a name */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: Date;
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the recipient's calendar is told. */
  readonly icalEvent?: { readonly filename: string; readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

/**
 * Taken by the server, refused by it for good, or to be tried again. The code is the server's number or the library's word;
 * `osakert` when the server may have taken the mail all the same and only its answer is missing.
 */
export type Leverans =
  | { readonly utfall: 'taken' }
  | { readonly utfall: 'refused'; readonly kod: string }
  | { readonly utfall: 'later'; readonly kod: string; readonly osakert: boolean };

/** The way to the mail server. */
export interface Post {
  /** Hands over one mail; never throws. */
  send(forsandelse: Forsandelse): Promise<Leverans>;
  /** Ends the open connections. */
  close(): void;
}

/**
 * A pool of connections to a mail server, opened when the first mail is sent. The caller closes it.
 *
 * @param smtpUrl `smtp://` or `smtps://`, with user and password when the server wants them
 * @param tls demands encryption: with `smtp://` a server that does not offer STARTTLS gets no mail
 */
export function openPost(smtpUrl: string, tls?: Tls): Post {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: SAMTIDIGA_BREV,
    // the mail's workflow tries again, and it alone, so that the pauses grow and the attempts are seen
    maxRequeues: 0,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(tls === undefined ? {} : { requireTLS: true, tls: smtpTls(tls) }),
  });
  const begun = watchContents(transport);
  return {
    async send(forsandelse) {
      const signal = AbortSignal.timeout(BREV_LANGST_MS);
      try {
        const to = { name: '', address: forsandelse.to };
        await transport.sendMail({ ...forsandelse, to, xMailer: false, signal });
        return { utfall: 'taken' };
      } catch (error) {
        return judge(error, begun(signal));
      }
    },
    close: () => transport.close(),
  };
}

const smtpTls = ({ ca, cert, key, serverName }: Tls): ConnectionOptions => ({
  minVersion: 'TLSv1.2',
  ...(ca === undefined ? {} : { ca }),
  ...(cert === undefined ? {} : { cert, key }),
  ...(serverName === undefined ? {} : { servername: serverName }),
});

/**
 * Whether the contents of a mail have begun to go to the server: before that the server cannot have taken it, whatever went
 * wrong. A mail is known by its signal, the one thing of it that the library hands on as it is.
 */
function watchContents(transport: Pick<ReturnType<typeof createTransport>, 'use'>): (signal: AbortSignal) => boolean {
  const opened = new WeakMap<AbortSignal, Readable>();
  transport.use('stream', ({ data, message }, done) => {
    const open = message.createReadStream.bind(message);
    message.createReadStream = (...options) => {
      const contents = open(...options);
      if (data.signal) opened.set(data.signal, contents);
      return contents;
    };
    done();
  });
  return (signal) => opened.get(signal)?.readableDidRead ?? false;
}

/** What the library's errors carry besides a message, which repeats the address and is left behind. */
interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/**
 * Only an answer about this very mail is final: its recipient or its content is refused with 5xx, or its address is none.
 * A refused login or sender is our own fault and concerns every mail, so those wait until it is mended.
 */
function judge(error: unknown, begun: boolean): Leverans {
  const { code, command, responseCode } = error as SmtpError;
  const kod = String(responseCode ?? code ?? 'okänt');
  const aboutThisMail = command === 'RCPT TO' || command === 'DATA';
  const refused = aboutThisMail && responseCode !== undefined && responseCode >= 500;
  const noAddress = code === 'EENVELOPE' && command === 'API';
  if (refused || noAddress) return { utfall: 'refused', kod };
  return { utfall: 'later', kod, osakert: responseCode === undefined && begun };
}
