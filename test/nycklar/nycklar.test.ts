import { randomBytes, randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import pg from 'pg';
import { readAnteckningar } from '../../api/queries/anteckningar.js';
import { sparaAnteckning } from '../../api/records/anteckning.js';
import { skickaRemiss } from '../../api/records/skicka-remiss.js';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { bytHuvudnyckel } from '../../prisma/nycklar/byt.js';
import { forstorArendenyckel } from '../../prisma/nycklar/forstor.js';
import { sokbar, type Huvudnyckel } from '../../prisma/nycklar/nyckelring.js';
import { IDAG, NU, startVarld, type Varld } from '../anteckningar/varld.js';
import { withOwner } from '../support/postgres.js';
import { recordKeys } from '../support/record-keys.js';
import { aRemiss } from '../support/remiss.js';
import { testPersonnummer } from '../remisser/varld.js';
import { startWeb } from '../support/web.js';

let varld: Varld;
const clients: PrismaClient[] = [];

beforeAll(async () => {
  varld = await startVarld();
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.$disconnect()));
  await varld?.stop();
});

/** Another process: nothing is in its memory. */
function another(keys: readonly Huvudnyckel[] = recordKeys): PrismaClient {
  const client = createPrisma(varld.databaseUrl, keys);
  clients.push(client);
  return client;
}

const note = async (prisma: PrismaClient, arendeId: string, text: string) => {
  const id = randomUUID();
  const by = { av: varld.grund.person.koordinator, grund: 'koordinator' } as const;
  await sparaAnteckning(prisma, { id, arendeId, ...by, datum: IDAG, text, lasare: 'insatsen', nu: new Date(NU) });
  return id;
};

const textsOf = async (prisma: PrismaClient, arendeId: string) =>
  (await readAnteckningar(prisma, arendeId)).map(({ text }) => text);

const stored = async (sql: string, values: unknown[]): Promise<string | undefined> => {
  let value: string | undefined;
  await withOwner(varld.databaseUrl, async (owner) => {
    value = (await owner.query<{ value: string }>(sql, values)).rows[0]?.value;
  });
  return value;
};

it('what was written is read the same by Prisma and by hand-written SQL, quotes, lines and all', async () => {
  const text = 'Hon sa: "Ja!"\nRad två \\ med å, ä, ö och 👍 och $1.';
  const id = await note(varld.web.prisma, varld.arendeId, text);
  const prisma = another();
  expect((await prisma.anteckning.findUniqueOrThrow({ where: { id } })).text).toBe(text);
  expect(await textsOf(prisma, varld.arendeId)).toContain(text);
  await prisma.anteckning.update({ where: { id }, data: { text: 'Ändrad' } });
  expect(await textsOf(varld.web.prisma, varld.arendeId)).toContain('Ändrad');
  expect(await stored('SELECT text AS value FROM anteckning WHERE id = $1', [id])).toMatch(
    new RegExp(`^enc:v1:${varld.arendeId}:[A-Za-z0-9+/=]+$`),
  );
});

it('a text that is changed or moved in the database is not shown', async () => {
  const { arendeId } = await varld.another();
  const id = await note(varld.web.prisma, arendeId, 'Flyttad');
  await withOwner(varld.databaseUrl, (owner) =>
    owner.query('UPDATE anteckning SET text = replace(text, $1, $2) WHERE id = $3', [arendeId, varld.arendeId, id]),
  );
  await expect(another().anteckning.findUniqueOrThrow({ where: { id } })).rejects.toThrow('unable to authenticate');
  await withOwner(varld.databaseUrl, (owner) => owner.query('DELETE FROM anteckning WHERE id = $1', [id]));
});

it('what a later release has encrypted in another way is refused by the name of that way, not shown as it stands', async () => {
  const { arendeId } = await varld.another();
  const id = await note(varld.web.prisma, arendeId, 'Från framtiden');
  const fil = await varld.web.prisma.bilaga.create({
    data: {
      arendeId,
      slag: 'ovrigt',
      filnamn: 'a.txt',
      typ: 'text/plain',
      storlek: 3,
      innehall: Buffer.from('abc'),
      avId: varld.grund.person.remittent,
      skapad: NU,
    },
  });
  await withOwner(varld.databaseUrl, async (owner) => {
    await owner.query(`UPDATE anteckning SET text = replace(text, 'enc:v1:', 'enc:v2:') WHERE id = $1`, [id]);
    await owner.query(`UPDATE bilaga SET innehall = overlay(innehall PLACING '2'::bytea FROM 6) WHERE id = $1`, [
      fil.id,
    ]);
  });
  const refusal = 'What is encrypted as enc:v2 cannot be read by this release';
  await expect(textsOf(another(), arendeId)).rejects.toThrow(refusal);
  await expect(another().bilaga.findUniqueOrThrow({ where: { id: fil.id } })).rejects.toThrow(refusal);
  await withOwner(varld.databaseUrl, async (owner) => {
    await owner.query('DELETE FROM anteckning WHERE id = $1', [id]);
    await owner.query('DELETE FROM bilaga WHERE id = $1', [fil.id]);
  });
});

it('nothing is written in clear where no key is configured', async () => {
  await expect(note(another([]), varld.arendeId, 'Utan nyckel')).rejects.toThrow('prov is not configured');
  const person = { agareId: varld.grund.person.koordinator, senast: new Date(NU), skapad: new Date(NU) };
  const first = another([]).egenUppgift.create({ data: { id: randomUUID(), ...person, text: 'Utan nyckel' } });
  await expect(first).rejects.toThrow('RECORD_KEYS');
});

it('a key that was made in a transaction that is rolled back encrypts nothing afterwards', async () => {
  const id = randomUUID();
  const prisma = another();
  const person = { agareId: varld.grund.person.koordinator, senast: new Date(NU), skapad: new Date(NU) };
  await expect(
    prisma.$transaction(async (tx) => {
      await tx.egenUppgift.create({ data: { id, ...person, text: 'Ångrad' } });
      throw new Error('ångrat');
    }),
  ).rejects.toThrow('ångrat');
  await prisma.egenUppgift.create({ data: { id, ...person, text: 'Sparad' } });
  expect((await another().egenUppgift.findUniqueOrThrow({ where: { id } })).text).toBe('Sparad');
});

it('two who write first about the same at once get one key', async () => {
  const rows = Array.from({ length: 8 }, () => another());
  const id = randomUUID();
  const data = { agareId: varld.grund.person.koordinator, nu: NU };
  const insert = (prisma: PrismaClient, text: string) =>
    prisma.$executeRaw`
      INSERT INTO utkast (id, "agareId", innehall, skapad, andrad)
      VALUES (${id}::uuid, ${data.agareId}::uuid, ${JSON.stringify({ [text]: text })}::jsonb, ${NU}::timestamptz, ${NU}::timestamptz)
      ON CONFLICT (id) DO UPDATE SET innehall = utkast.innehall || excluded.innehall`;
  await Promise.all(rows.map((prisma, nr) => insert(prisma, `svar${nr}`)));
  const { innehall } = await another().utkast.findUniqueOrThrow({ where: { id } });
  expect(innehall).toEqual(Object.fromEntries(rows.map((_, nr) => [`svar${nr}`, `svar${nr}`])));
});

it('the person is found by her number, of which the database has a keyed hash', async () => {
  const { personnummer } = aRemiss(varld.grund, IDAG).person as { personnummer: string };
  await varld.another();
  const people = await another().individ.findMany({ where: { personnummerHmac: sokbar(personnummer) } });
  expect(people).toMatchObject([{ personnummer, namn: 'Prov Personsson' }]);
  expect(await stored('SELECT "personnummerHmac" AS value FROM individ WHERE id = $1', [people[0]?.id])).toMatch(
    /^[\w-]{43}$/,
  );
  expect(await another().individ.count({ where: { personnummer } })).toBe(0);
});

it('the page of a case asks for its keys once', async () => {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  const web = await startWeb({
    databaseUrl: varld.databaseUrl,
    klocka: { now: () => Promise.resolve(new Date(NU)) },
  });
  try {
    const client = web.client();
    await client.login('koordinator');
    query.mockClear();
    expect((await client.get(`/arenden/${varld.nummer}`)).html).toContain('Vad kan vi göra tillsammans?');
    const asked = query.mock.calls.filter(([first]) => JSON.stringify(first).includes('arendenyckel'));
    expect(asked).toHaveLength(1);
    query.mockClear();
    await client.get(`/arenden/${varld.nummer}`);
    expect(query.mock.calls.filter(([first]) => JSON.stringify(first).includes('arendenyckel'))).toEqual([]);
  } finally {
    query.mockRestore();
    await web.stop();
  }
});

describe('rotation', () => {
  const [first] = recordKeys as [Huvudnyckel];
  const second = { id: 'andra', key: randomBytes(32) };
  const third = { id: 'tredje', key: randomBytes(32) };

  it('a case that began under the first master key is read after two rotations, with what was written in between', async () => {
    const { arendeId } = await varld.another();
    await note(another([first]), arendeId, 'Under den första');
    const running = another([first, second]);
    expect(await bytHuvudnyckel(another([second, first]), [second, first])).toBeGreaterThan(0);
    expect(await textsOf(running, arendeId)).toEqual(['Under den första']);
    await note(another([second, first]), arendeId, 'Under den andra');
    await bytHuvudnyckel(another([third, second]), [third, second]);
    const last = another([third]);
    await note(last, arendeId, 'Under den tredje');
    expect((await textsOf(last, arendeId)).toSorted()).toEqual([
      'Under den andra',
      'Under den första',
      'Under den tredje',
    ]);
    await expect(textsOf(another([first]), arendeId)).rejects.toThrow('tredje is not configured');
    expect(await bytHuvudnyckel(last, [third])).toBe(0);
    // the person is known by her number under the new key too
    const personnummer = '198001012387';
    expect(await last.individ.count({ where: { personnummerHmac: sokbar(personnummer) } })).toBe(1);
    await bytHuvudnyckel(another([first, third]), [first, third]);
  });

  it('a key that is destroyed while keys are wrapped anew stays destroyed', async () => {
    const { arendeId } = await varld.another();
    await varld.web.prisma.$transaction((tx) => forstorArendenyckel(tx, arendeId));
    await bytHuvudnyckel(another([second, first]), [second, first]);
    await bytHuvudnyckel(another([first, second]), [first, second]);
    const row = await another().arendenyckel.findUniqueOrThrow({ where: { agareId: arendeId } });
    expect(row).toMatchObject({ nyckel: null, forstord: expect.any(Date) });
  });
});

describe('a destroyed key', () => {
  it('leaves a sentence where each text, name and file was, and the person as long as another ärende is hers', async () => {
    const { prisma } = varld.web;
    const remittent = { id: varld.grund.person.remittent, verksamhetId: varld.grund.verksamhet.fk };
    const innehall = aRemiss(varld.grund, IDAG);
    const person = { ...innehall.person, personnummer: testPersonnummer('19800102', 0), namn: 'Två Ärenden' };
    const send = () => skickaRemiss(prisma, { remittent, innehall: { ...innehall, person }, nu: NU });
    const [one, other] = [await send(), await send()];
    await prisma.bilaga.create({
      data: {
        arendeId: one.arendeId,
        slag: 'ovrigt',
        filnamn: 'a.txt',
        typ: 'text/plain',
        storlek: 3,
        innehall: Buffer.from('abc'),
        avId: remittent.id,
        skapad: NU,
      },
    });
    const read = (db: PrismaClient, id: string) =>
      db.arende.findUniqueOrThrow({ where: { id }, select: { remiss: true, individ: true, bilagor: true } });
    await prisma.$transaction((tx) => forstorArendenyckel(tx, one.arendeId));
    // at once in the process that destroyed it, and in every other one
    for (const db of [prisma, another()]) {
      const { remiss, individ, bilagor } = await read(db, one.arendeId);
      expect(remiss).toMatchObject({ fraga: 'Uppgiften är gallrad', namn: 'Uppgiften är gallrad', utbildning: null });
      expect(bilagor).toMatchObject([{ filnamn: 'Uppgiften är gallrad' }]);
      expect(Buffer.from(bilagor[0]?.innehall ?? []).toString()).toBe('Uppgiften är gallrad');
      expect(individ.namn).toBe('Två Ärenden');
      expect((await read(db, other.arendeId)).remiss?.fraga).toBe(innehall.fraga);
    }
    await expect(note(another(), one.arendeId, 'Efteråt')).rejects.toThrow('är gallrade');
    await prisma.$transaction((tx) => forstorArendenyckel(tx, other.arendeId));
    expect((await read(prisma, other.arendeId)).individ).toMatchObject({
      namn: 'Uppgiften är gallrad',
      personnummer: 'Uppgiften är gallrad',
    });
  });

  it('shows the page of the case with the sentence in place of the texts', async () => {
    const { arendeId, nummer } = await varld.another();
    const client = await varld.as('koordinator');
    await varld.web.prisma.$transaction((tx) => forstorArendenyckel(tx, arendeId));
    const { status, html } = await client.get(`/arenden/${nummer}`);
    expect({ status, html }).toMatchObject({ status: 200, html: expect.stringContaining('Uppgiften är gallrad') });
    expect(html).not.toContain('Vad kan vi göra tillsammans?');
  });
});
