import { krypteraBefintligt } from '../../prisma/nycklar/kryptera.js';
import { findOrCreateIndivid } from '../../prisma/individ.js';
import { sparaSida } from '../../api/records/utkast.js';
import { IDAG, NU, startVarld, type Varld } from '../anteckningar/varld.js';
import { withOwner } from '../support/postgres.js';
import { aRemiss } from '../support/remiss.js';

let varld: Varld;
beforeAll(async () => {
  varld = await startVarld();
});
afterAll(() => varld?.stop());

/** Rows of the database as they lie there. */
async function lies(sql: string): Promise<Record<string, unknown>> {
  let row: Record<string, unknown> = {};
  await withOwner(varld.databaseUrl, async (owner) => {
    row = (await owner.query<Record<string, unknown>>(sql)).rows[0] ?? {};
  });
  return row;
}

it('a database from before is encrypted once, read the same before and after, and finds its people again', async () => {
  const { prisma } = varld.web;
  await withOwner(varld.databaseUrl, async (owner) => {
    await owner.query(
      `UPDATE individ SET personnummer = '198001012387', namn = 'Prov Personsson', "personnummerHmac" = NULL`,
    );
    await owner.query(`UPDATE remiss SET problembild = 'Skriven före nycklarna.'`);
    await owner.query(
      `INSERT INTO utkast (id, "agareId", innehall, skapad, andrad)
       VALUES (gen_random_uuid(), $1, '{"insats":{"insats":"vagknuten"},"fraga":{"fraga":"Före \\"nycklarna\\""}}', now(), now())`,
      [varld.grund.person.remittent],
    );
    await owner.query(
      `INSERT INTO bilaga (id, "arendeId", slag, filnamn, typ, storlek, innehall, "avId", skapad)
       VALUES (gen_random_uuid(), $1, 'ovrigt', 'fore.txt', 'text/plain', 3, 'abc', $2, now())`,
      [varld.arendeId, varld.grund.person.koordinator],
    );
  });
  // somebody goes on with a draft before the command has come to it
  const { id: utkastId } = await prisma.utkast.findFirstOrThrow();
  const page = { utkastId, agareId: varld.grund.person.remittent, steg: 'bakgrund', svar: { problembild: 'Efter' } };
  await sparaSida(prisma, { ...page, steg: 'bakgrund', nu: NU });
  const read = async () => [
    await prisma.remiss.findMany(),
    await prisma.utkast.findMany(),
    (await prisma.bilaga.findMany()).map(({ innehall, ...one }) => ({
      ...one,
      innehall: Buffer.from(innehall).toString(),
    })),
  ];
  const before = await read();
  expect(await krypteraBefintligt(prisma)).toBeGreaterThanOrEqual(6);
  expect(await read()).toEqual(before);
  expect(await krypteraBefintligt(prisma)).toBe(0);
  expect((await lies('SELECT problembild FROM remiss'))['problembild']).toMatch(/^enc:v1:/);
  const draft = JSON.stringify(await lies('SELECT innehall FROM utkast'));
  expect(draft).toContain('vagknuten');
  expect(draft).not.toContain('nycklarna');
  expect(await lies(`SELECT innehall FROM bilaga WHERE innehall = 'abc'`)).toEqual({});
  const { person } = aRemiss(varld.grund, IDAG);
  const found = await prisma.$transaction((tx) => findOrCreateIndivid(tx, person));
  expect(await prisma.individ.findMany()).toMatchObject([{ id: found.id, namn: 'Prov Personsson' }]);
});
