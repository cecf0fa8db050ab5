import { pino, type DestinationStream, type Logger } from 'pino';
import { safeError } from '../api/http/safe-error.js';

/** Never to stand in the log, wherever in a line somebody puts it by mistake. What is logged on purpose holds none of it. */
const SECRET = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'sessionSecret',
  'clientSecret',
  'payloadKeys',
  'recordKeys',
  'databaseUrl',
  'ownerDatabaseUrl',
  'smtpUrl',
  'idToken',
  'access_token',
  'id_token',
  'personnummer',
  'body',
  'formular',
];

const anywhere = (name: string): string[] => [name, `*.${name}`, `*.*.${name}`];

/**
 * The log of a process: JSON lines on stdout. Errors are written without what people have typed (safeError), and what is
 * secret by its name is left out.
 *
 * @param level as LOG_LEVEL
 * @param to where the lines go; stdout unless told
 */
export const createLog = (name: string, level: string, to?: DestinationStream): Logger =>
  pino(
    {
      name,
      level,
      serializers: { err: (error: unknown) => safeError(error) },
      redact: { paths: SECRET.flatMap(anywhere), censor: '…' },
    },
    to ?? pino.destination(1),
  );
