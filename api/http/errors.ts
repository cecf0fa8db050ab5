import { isDatabaseAway } from '../../prisma/fel.js';

/** A way out offered on an error page. */
export interface Utvag {
  text: string;
  href: string;
}

/**
 * An answer that is not the page asked for. `rubrik` and `text` are shown to the person and therefore hold neither
 * internal text nor personal data; `cause` is for the log only.
 */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';

  constructor(
    readonly status: number,
    readonly rubrik: string,
    readonly text: string,
    options: ProblemOptions = {},
  ) {
    super(`${status} ${rubrik}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.utvag = options.utvag;
    this.retryAfter = options.retryAfter;
  }

  readonly utvag: Utvag | undefined;
  readonly retryAfter: number | undefined;
}

interface ProblemOptions {
  cause?: unknown;
  utvag?: Utvag;
  /** seconds after which the same may be asked for again */
  retryAfter?: number;
}

const WORDS: Readonly<Record<number, readonly [rubrik: string, text: string]>> = {
  400: ['Begäran gick inte att läsa', 'Gå tillbaka och försök igen.'],
  401: ['Du behöver logga in', 'Logga in för att fortsätta.'],
  403: ['Du har inte behörighet', 'Sidan finns, men din roll ger inte tillgång till den.'],
  404: ['Sidan finns inte', 'Adressen kan vara felskriven, eller så har sidan tagits bort.'],
  405: ['Det går inte att göra så här', 'Gå tillbaka och försök igen.'],
  409: ['Någon annan hann före', 'Läs in sidan igen för att se vad som har hänt.'],
  413: ['Det du skickade är för stort', 'Korta texten och försök igen.'],
  415: ['Formatet stöds inte', 'Gå tillbaka och försök igen.'],
  422: ['Uppgifterna behöver rättas', 'Gå tillbaka och rätta det som är markerat.'],
  429: ['Det kommer för många förfrågningar', 'Vänta en minut och försök igen.'],
  503: ['Tjänsten svarar inte just nu', 'Vänta en stund och försök igen.'],
};
const UNEXPECTED = ['Något gick fel hos oss', 'Försök igen. Om felet återkommer, kontakta din förvaltare.'] as const;

/**
 * A problem in the words that belong to its status.
 *
 * @param status 4xx or 5xx
 * @param text a sentence to show instead of the usual one
 */
export function problem(status: number, text?: string, options?: ProblemOptions): HttpProblem {
  const [rubrik, usual] = WORDS[status] ?? UNEXPECTED;
  return new HttpProblem(status, rubrik, text ?? usual, options);
}

const statusOf = (error: unknown): number => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
};

/** Turns whatever was thrown into what the person is told. Never shows the thrown text. */
export function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (isDatabaseAway(error)) return problem(503, undefined, { cause: error });
  return problem(statusOf(error), undefined, { cause: error });
}
