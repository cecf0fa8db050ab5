import { masked } from './masked.js';

/** An error as it may stand in the log. */
export interface LoggedError {
  type: string;
  code?: string;
  message: string;
  /** where it happened, without the message */
  stack: string;
  cause?: LoggedError;
}

const MOST_CHARACTERS = 500;

/**
 * What an error says without what people have typed. Parsers keep the whole form on the error, Prisma prints the values
 * of the query above its last line, and PostgreSQL puts them after a colon, in quotation
 * marks and in `detail`.
 */
function messageOf(error: Error): string {
  const isPostgres = 'severity' in error;
  const isPrisma = error.constructor.name.startsWith('PrismaClient');
  const lines = error.message.trim().split('\n');
  const message = (isPrisma ? lines.at(-1) : isPostgres ? error.message.split(':')[0] : error.message) ?? '';
  return masked(message.replaceAll(/"[^"]*"?/g, '"…"')).slice(0, MOST_CHARACTERS);
}

const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

/**
 * Serialises an error for the log: kind, code, message, place and cause, and nothing else that hangs on it.
 *
 * @param depth how deep in a chain of causes
 */
export function safeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error', stack: '' };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause === undefined || depth > 4 ? {} : { cause: safeError(error.cause, depth + 1) };
  return { type: error.constructor.name, ...code, message: messageOf(error), stack: framesOf(error), ...cause };
}
