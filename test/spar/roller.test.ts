import pg from 'pg';
import { grantToApplication, RoleError } from '../../prisma/application-role.js';
import { forseglaSpar } from '../../prisma/spar/forsegla.js';
import { administer, asOwner } from '../support/postgres.js';
import { createSparvarld, type Sparvarld } from './varld.js';

let varld: Sparvarld;
beforeAll(async () => {
  varld = await createSparvarld();
  await varld.skriv(2);
  await forseglaSpar(varld.prisma, new Date());
});
afterAll(() => varld.stop());

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount;
  } finally {
    await client.end();
  }
}

const DENIED = { code: '42501' };

it.each([
  `UPDATE logg SET handling = 'annat'`,
  'UPDATE logg SET grund = NULL WHERE false',
  'DELETE FROM logg',
  'TRUNCATE logg',
  `INSERT INTO loggkedja VALUES ('person/x', 1, '')`,
  'UPDATE loggkedja SET lopnr = 0',
  'DELETE FROM loggkedja',
  `INSERT INTO loggsigill VALUES (2, now(), 0, '')`,
  'DELETE FROM loggsigill',
  `INSERT INTO loggsigillande VALUES ('person/x', 1, '', 1)`,
  'DELETE FROM loggsigillande',
  'ALTER TABLE logg DISABLE TRIGGER logg_vagra',
  'DROP TRIGGER logg_lanka ON logg',
  'SELECT * FROM _prisma_migrations',
  'CREATE TABLE public.egen (id int)',
])('the application’s role may not: %s', async (sql) => {
  await expect(ask(varld.url, sql)).rejects.toMatchObject(DENIED);
});

it.each([
  `UPDATE logg SET handling = 'annat'`,
  'DELETE FROM logg',
  'TRUNCATE logg',
  'DELETE FROM loggsigill',
  'DELETE FROM loggsigillande',
])('nor the owner, by mistake: %s', async (sql) => {
  await expect(ask(asOwner(varld.url), sql)).rejects.toThrow(/append-only/);
});

it('what the application says of chain, number and hash is not taken', async () => {
  const row = await varld.prisma.logg.create({
    data: { nar: new Date(), handling: 'las_lista', kedja: 'person/annan', lopnr: 77, hash: 'påhittad' },
  });
  expect(row).toMatchObject({ kedja: 'handling/las_lista', lopnr: 1, hash: expect.stringMatching(/^[\da-f]{64}$/) });
});

it('the application’s role may do the rest: read and write every other table, and the sessions', async () => {
  for (const sql of ['DELETE FROM utkast', 'UPDATE anvandare SET titel = titel', 'DELETE FROM session.session'])
    await expect(ask(varld.url, sql)).resolves.toBe(0);
});

describe('A role that could change the trace after all is refused', () => {
  const asUser = (user: string) => {
    const url = new URL(varld.url);
    url.username = user;
    return url.toString();
  };
  const grant = (user: string) => grantToApplication(asOwner(varld.url), asUser(user));

  it('when it may do anything, or belongs to the owner', async () => {
    await administer(async (client) => {
      await client.query('CREATE ROLE prov_super LOGIN SUPERUSER');
      await client.query('CREATE ROLE prov_medlem LOGIN IN ROLE remissflode');
    });
    try {
      await expect(grant('prov_super')).rejects.toThrow(RoleError);
      await expect(grant('prov_medlem')).rejects.toThrow(/kan därmed ändra i loggen/);
    } finally {
      await administer((client) => client.query('DROP ROLE prov_super; DROP ROLE prov_medlem'));
    }
  });

  it('and a missing one is made, once', async () => {
    const user = `prov_${Date.now()}`;
    await grant(user);
    await grant(user);
    await expect(ask(asUser(user), 'SELECT 1 FROM logg')).resolves.toBeGreaterThan(0);
    await expect(ask(asUser(user), 'DELETE FROM logg')).rejects.toMatchObject(DENIED);
    const owner = new pg.Client({ connectionString: asOwner(varld.url) });
    await owner.connect();
    await owner.query(`DROP OWNED BY ${user}; DROP ROLE ${user}`);
    await owner.end();
  });
});
