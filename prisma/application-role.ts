import pg from 'pg';
import { databaseAccess, type Tls } from './tls.js';

/** Tables that the application adds rows to and never changes; a trigger refuses it besides. */
const ADDED_TO = ['logg'];
/** Tables that it only reads: the database's own functions write them. */
const READ_ONLY = ['loggkedja', 'loggsigill', 'loggsigillande'];

/** The database's own bookkeeping of migrations is none of the application's concern. */
const HIDDEN = ['_prisma_migrations'];

/** Said to the operator as it stands: the application's role cannot be made, or could do more than it should. */
export class RoleError extends Error {
  override readonly name = 'RoleError';
}

/**
 * Gives the application's role in the database what it needs and no more: all tables to read and write, but of the trace
 * only to read and add to (docs/operations.md). The role is made when it is missing. Called after every migration, for
 * the tables that it has added.
 *
 * Where both addresses have the same user there is nothing to give: a development database with one role.
 *
 * @param ownerUrl of the role that owns the tables
 * @param applicationUrl of the role that web and worker log in as; the same database
 * @param tls encrypts the connection
 * @throws RoleError when the role is missing and may not be made, or could change the trace after all
 */
export async function grantToApplication(ownerUrl: string, applicationUrl: string, tls?: Tls): Promise<void> {
  const owner = userOf(ownerUrl);
  const application = userOf(applicationUrl);
  if (owner === application) return;
  const client = new pg.Client(databaseAccess(ownerUrl, tls));
  await client.connect();
  try {
    await ensureRole(client, application, decodeURIComponent(new URL(applicationUrl).password));
    await requireOrdinaryRole(client, application);
    await client.query(`BEGIN; ${grants(application)} COMMIT`);
  } finally {
    await client.end();
  }
}

const userOf = (url: string): string => decodeURIComponent(new URL(url).username);

/** DUPLICATE_OBJECT and, when two make it in the same moment, UNIQUE_VIOLATION. */
const EXISTS_ALREADY = ['42710', '23505'];
const INSUFFICIENT_PRIVILEGE = '42501';

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount !== 0) return;
  try {
    await client.query(`CREATE ROLE ${pg.escapeIdentifier(role)} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
    if (EXISTS_ALREADY.includes(code)) return;
    if (code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new RoleError(
      `Databasrollen ${role} i DATABASE_URL finns inte, och ägaren i OWNER_DATABASE_URL får inte skapa den. Skapa rollen med LOGIN och lösenord och kör igen.`,
    );
  }
}

/** A superuser, or a member of the owner's role, may do anything whatever is granted. */
async function requireOrdinaryRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ mighty: boolean }>(
    `SELECT r.rolsuper OR pg_has_role(r.oid, t.relowner, 'MEMBER') AS mighty
     FROM pg_roles r, pg_class t WHERE r.rolname = $1 AND t.oid = 'public.logg'::regclass`,
    [role],
  );
  if (rows[0]?.mighty !== false)
    throw new RoleError(
      `Databasrollen ${role} i DATABASE_URL äger tabellerna eller får allt i databasen, och kan därmed ändra i loggen. Ange en annan roll, som inte är superanvändare och inte tillhör ägaren.`,
    );
}

function grants(role: string): string {
  const to = pg.escapeIdentifier(role);
  const list = (tables: readonly string[]) => tables.map((table) => `public.${pg.escapeIdentifier(table)}`).join(', ');
  return `
    GRANT USAGE ON SCHEMA public, session TO ${to};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, session TO ${to};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, session TO ${to};
    REVOKE ALL ON ${list(HIDDEN)} FROM ${to};
    REVOKE ALL ON ${list([...ADDED_TO, ...READ_ONLY])} FROM ${to};
    GRANT SELECT ON ${list(READ_ONLY)} TO ${to};
    GRANT SELECT, INSERT ON ${list(ADDED_TO)} TO ${to};
    GRANT EXECUTE ON FUNCTION public.forsegla_logg(timestamptz) TO ${to};`;
}
