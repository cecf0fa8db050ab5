/** Codes of PostgreSQL, Node and Prisma that mean: nobody answers there now. */
const DATABASE_AWAY = codes(
  'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT ENOTFOUND EHOSTUNREACH EAI_AGAIN',
  '57P01 57P02 57P03 08000 08001 08003 08006 53300',
  'P1000 P1001 P1002 P1008 P1017 P2024 DatabaseNotReachable ConnectionClosed SocketTimeout TooManyConnections',
);

/** Codes that mean: somebody else was in the way, or it took too long; the same again may well succeed. */
const IN_THE_WAY = codes('40001 40P01 55P03 57014 P2028 P2034 TransactionWriteConflict');

const LOST_CONNECTION =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

function codes(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/** Whether an error, or what caused it, says that the database cannot be reached. */
export const isDatabaseAway = (error: unknown): boolean => says(error, DATABASE_AWAY);

/** Whether the same statement may succeed later: the database is away, or another transaction was in the way. */
export const isPassing = (error: unknown): boolean => isDatabaseAway(error) || says(error, IN_THE_WAY);

function says(error: unknown, which: ReadonlySet<string>, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, originalCode, kind, cause, errors, message, meta } = error as {
    code?: unknown;
    originalCode?: unknown;
    kind?: unknown;
    cause?: unknown;
    errors?: unknown;
    message?: unknown;
    /** Prisma's own code says only that a query failed; what PostgreSQL said stands here. */
    meta?: { code?: unknown; driverAdapterError?: unknown };
  };
  if ([code, originalCode, kind, meta?.code].some((one) => typeof one === 'string' && which.has(one))) return true;
  // pg has no code for a connection that ends under a query or before it, or never comes up in time
  if (which === DATABASE_AWAY && typeof message === 'string' && LOST_CONNECTION.test(message)) return true;
  const inner = [cause, meta?.driverAdapterError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return inner.some((one) => says(one, which, depth + 1));
}
