import pg from 'pg';

/** A statement's text, as the driver is given it. */
function textOf(statement: unknown): string | undefined {
  if (typeof statement === 'string') return statement;
  if (typeof statement !== 'object' || statement === null || !('text' in statement)) return undefined;
  return typeof statement.text === 'string' ? statement.text : undefined;
}

/**
 * What a piece of work says to PostgreSQL: every statement that passes the driver in this process, Prisma's and the
 * sessions' alike. The statements run as they would without it.
 */
export async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const own = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query');
  if (own === undefined) throw new Error('The driver has no query to listen to.');
  const listening = new Proxy(own.value as (...args: unknown[]) => unknown, {
    apply(query, client, args: unknown[]) {
      const text = textOf(args[0]);
      if (text !== undefined) seen.push(text);
      return Reflect.apply(query, client, args);
    },
  });
  Object.defineProperty(pg.Client.prototype, 'query', { ...own, value: listening });
  try {
    await work();
  } finally {
    Object.defineProperty(pg.Client.prototype, 'query', own);
  }
  return seen;
}
