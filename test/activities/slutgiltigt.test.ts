import pg from 'pg';
import { fattaBeslut } from '../../activities/fatta-beslut.js';
import { forfall } from '../../activities/forfall.js';
import { createPrisma } from '../../prisma/client.js';
import { isDatabaseAway, isPassing } from '../../prisma/fel.js';
import { createTabeller, NU, type Tabeller } from './varld.js';
import { withOwner } from '../support/postgres.js';
import { recordKeys } from '../support/record-keys.js';

const failureOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('A change of a case that cannot be written', () => {
  let tabeller: Tabeller;
  beforeEach(async () => {
    tabeller = await createTabeller();
  });
  afterEach(() => tabeller.stop());

  it('now or ever is final, says no word of what was written, and leaves the case as it was', async () => {
    const lage = await tabeller.send();
    await withOwner(tabeller.url, (owner) =>
      owner.query(`ALTER TABLE handelse ADD CONSTRAINT prov CHECK (typ <> 'granskning')`),
    );
    const failure = await failureOf(tabeller.accept(lage));
    expect(failure).toMatchObject({ type: 'Oskrivbart', nonRetryable: true });
    expect(String(failure)).not.toContain('prov');
    const row = await tabeller.prisma.arende.findUniqueOrThrow({ where: { id: lage.arendeId } });
    expect(row.version).toBe(lage.version);
  });

  it('because its profile cannot be read is final for a deadline too', async () => {
    const lage = await tabeller.send();
    await tabeller.prisma.$executeRaw`UPDATE insatsprofil SET innehall = 'null'`;
    const nu = lage.uppgifter[0]?.paminnelse.nar ?? NU;
    expect(await failureOf(forfall(tabeller.prisma, { lage, nu }))).toMatchObject({ type: 'Oskrivbart' });
  });

  it('because the database is away is tried again', async () => {
    const lage = await tabeller.send();
    const input = await tabeller.acceptance(lage);
    const away = createPrisma('postgresql://nobody@127.0.0.1:1/nothing', recordKeys);
    expect(isDatabaseAway(await failureOf(fattaBeslut(away, input)))).toBe(true);
    await away.$disconnect();
  });

  it('because its connection was cut off is tried again', async () => {
    const lage = await tabeller.send();
    const input = await tabeller.acceptance(lage);
    const holder = new pg.Client({ connectionString: tabeller.url });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM arende FOR UPDATE');
    const cut = failureOf(fattaBeslut(tabeller.prisma, input));
    let ended = 0;
    while (ended === 0) {
      const { rowCount } = await holder.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      ended = rowCount ?? 0;
    }
    await holder.query('ROLLBACK');
    await holder.end();
    expect(isPassing(await cut)).toBe(true);
    await expect(fattaBeslut(tabeller.prisma, input)).resolves.toMatchObject({ fas: 'konsultation' });
  });

  it('because another transaction was in the way is tried again', async () => {
    await tabeller.send();
    await withOwner(tabeller.url, (owner) =>
      owner.query(`
        CREATE FUNCTION prov() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40P01'; END $$;
        CREATE TRIGGER prov BEFORE INSERT ON handelse EXECUTE FUNCTION prov()`),
    );
    const row = await tabeller.prisma.arende.findFirstOrThrow();
    const failure = await failureOf(tabeller.accept(row.lage as never));
    expect(failure).not.toMatchObject({ type: 'Oskrivbart' });
    expect(isPassing(failure)).toBe(true);
  });

  it('while its form is being replaced waits for the new one and does not mix the two', async () => {
    const lage = await tabeller.send();
    const input = await tabeller.acceptance(lage);
    const other = new pg.Client({ connectionString: tabeller.url });
    await other.connect();
    await other.query('BEGIN');
    await other.query(`UPDATE beslut SET data = '{"utfall":"inte_aktuell"}' WHERE id = $1`, [input.beslut.id]);
    const answer = failureOf(fattaBeslut(tabeller.prisma, input));
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await other.query(waiting)).rowCount === 0);
    await other.query('COMMIT');
    await other.end();
    expect(await answer).toMatchObject({ type: 'Hinder', details: ['andrat'] });
  });
});
