import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { forseglaSpar } from '../../prisma/spar/forsegla.js';
import { kontrolleraSpar } from '../../prisma/spar/kontroll.js';
import { asOwner } from '../support/postgres.js';
import { createSparvarld, raknaOm, type Sparvarld } from './varld.js';

let varld: Sparvarld;
beforeEach(async () => {
  varld = await createSparvarld();
});
afterEach(() => varld.stop());

const seal = async () => {
  const sigill = await forseglaSpar(varld.prisma, new Date());
  if (!sigill) throw new Error('Nothing was sealed');
  return sigill;
};

/** Rows of several ärenden, of an insats, of a person and of nobody, sealed, with more after the seal. */
async function aTrace(): Promise<string> {
  const arendeId = await varld.skriv(6);
  await varld.skriv(2);
  const nar = new Date();
  await varld.prisma.logg.createMany({
    data: [
      { nar, handling: 'las_insats', avId: randomUUID(), data: { insats: 'samba' } },
      { nar, handling: 'las_lista', avId: randomUUID(), data: { å: 'ö', tal: 1.5, b: [1, 'x'] } },
      { nar, handling: 'insatsavstamning' },
    ],
  });
  await seal();
  await varld.skriv(2, arendeId);
  return arendeId;
}

describe('A trace that nobody has touched', () => {
  it('is whole: each ärende, insats and person has a chain of its own', async () => {
    await aTrace();
    expect(await kontrolleraSpar(varld.url)).toEqual({ fel: [], rader: 13, kedjor: 5, sigill: 1 });
  });

  it('is whole when many write at once to the same chains, while it is being sealed and checked', async () => {
    const arenden = [randomUUID(), randomUUID(), randomUUID()];
    const writers = Array.from({ length: 12 }, (_, nr) => varld.skriv(8, arenden[nr % 3]));
    const during = await Promise.all([varld.fel(), seal(), varld.fel()]);
    await Promise.all(writers);
    expect([during[0], during[2]]).toEqual([[], []]);
    await seal();
    expect(await kontrolleraSpar(varld.url)).toMatchObject({ fel: [], rader: 96, kedjor: 3, sigill: 2 });
  });

  it('is not sealed again while nothing new is traced, and two who seal at once make a whole row of seals', async () => {
    await varld.skriv(1);
    await Promise.all([1, 2, 3].map(() => forseglaSpar(varld.prisma, new Date())));
    expect(await varld.prisma.loggsigill.count()).toBe(1);
    expect(await forseglaSpar(varld.prisma, new Date())).toBeUndefined();
    expect(await varld.fel()).toEqual([]);
  });

  it('has what a transaction did not commit nowhere', async () => {
    const arendeId = await varld.skriv(1);
    await varld.prisma
      .$transaction(async (tx) => {
        await tx.logg.create({ data: { nar: new Date(), handling: 'las_arende', arendeId } });
        throw new Error('broken off');
      })
      .catch(() => undefined);
    await varld.skriv(1, arendeId);
    expect(await varld.fel()).toEqual([]);
  });
});

describe('Who writes in one ärende', () => {
  it('is none of twenty others’ concern: all have written before the first of them commits', async () => {
    const arenden = await Promise.all(Array.from({ length: 20 }, () => varld.skriv(1)));
    const writers = await Promise.all(
      arenden.map(async (id) => {
        const writer = new pg.Client({ connectionString: varld.url });
        await writer.connect();
        await writer.query('BEGIN');
        return { id, writer };
      }),
    );
    const insert = `INSERT INTO logg (nar, handling, "arendeId") VALUES (now(), 'prov', $1) RETURNING lopnr`;
    const written = await Promise.all(writers.map(({ id, writer }) => writer.query(insert, [id])));
    expect(written.map(({ rows }) => rows as unknown)).toEqual(written.map(() => [{ lopnr: 2 }]));
    await Promise.all(writers.map(({ writer }) => writer.query('COMMIT').then(() => writer.end())));
    expect(await varld.fel()).toEqual([]);
  });

  it('does not wait for who writes in another, and waits for who writes in the same', async () => {
    const [a, b] = [await varld.skriv(1), await varld.skriv(1)];
    const holder = new pg.Client({ connectionString: varld.url });
    await holder.connect();
    const insert = `INSERT INTO logg (nar, handling, "arendeId") VALUES (now(), 'prov', $1)`;
    await holder.query('BEGIN');
    await holder.query(insert, [a]);
    await varld.skriv(1, b);
    let done = false;
    const same = varld.skriv(1, a).then(() => (done = true));
    await varld.skriv(1, b);
    expect(done).toBe(false);
    await holder.query('COMMIT');
    await same;
    await holder.end();
    expect(await varld.fel()).toEqual([]);
  });
});

describe('The control finds', () => {
  it.each([
    ['what was done', `handling = 'las_remiss'`],
    ['who did it', `"avId" = gen_random_uuid()`],
    ['when', `nar = nar + interval '1 millisecond'`],
    ['by which right', `grund = NULL`],
    ['the details', `data = '{"nr": 99}'`],
    ['the hash', `hash = repeat('0', 64)`],
  ])('a changed row: %s', async (_, change) => {
    const id = await aTrace();
    await varld.manipulera(`UPDATE logg SET ${change} WHERE "arendeId" = '${id}' AND lopnr = 3`);
    const [fel] = await varld.fel();
    expect(fel).toBe(`Ärendet ${id}: rad 3 är ändrad eller inskjuten.`);
  });

  it('a row moved to another ärende', async () => {
    const id = await aTrace();
    await varld.manipulera(`UPDATE logg SET "arendeId" = gen_random_uuid() WHERE "arendeId" = '${id}' AND lopnr = 3`);
    expect(await varld.fel()).toContain(`Ärendet ${id}: rad 3 är ändrad eller inskjuten.`);
  });

  it('a removed row in the middle', async () => {
    const id = await aTrace();
    await varld.manipulera(`DELETE FROM logg WHERE "arendeId" = '${id}' AND lopnr IN (2, 3)`);
    expect(await varld.fel()).toEqual([`Ärendet ${id}: raderna 2–3 saknas.`]);
  });

  it('a removed end', async () => {
    const id = await aTrace();
    await varld.manipulera(`DELETE FROM logg WHERE "arendeId" = '${id}' AND lopnr >= 8`);
    expect(await varld.fel()).toEqual([`Ärendet ${id}: rad 8, de sista, saknas.`]);
  });

  it('a removed end whose noted end was moved back, by the seal', async () => {
    const id = await aTrace();
    await varld.manipulera(`DELETE FROM logg WHERE "arendeId" = '${id}' AND lopnr >= 5; ${raknaOm(id)}`);
    expect(await varld.fel()).toEqual([`Ärendet ${id}: rad 6, som sigill 1 gäller, saknas.`]);
  });

  it('a removed chain, also when its noted end went with it', async () => {
    const id = await aTrace();
    await varld.manipulera(`DELETE FROM logg WHERE "arendeId" = '${id}'`);
    expect(await varld.fel()).toEqual([`Ärendet ${id}: hela kedjan saknas, 8 rader.`]);
    await varld.manipulera(`DELETE FROM loggkedja WHERE kedja = 'arende/${id}'`);
    expect(await varld.fel()).toEqual([`Ärendet ${id}: hela kedjan saknas, 6 rader.`]);
  });

  it('an inserted row', async () => {
    const id = await aTrace();
    const copy = (nr: number) => `
      INSERT INTO logg (nar, handling, "arendeId", kedja, lopnr, hash)
      VALUES (now(), 'las_arende', '${id}', 'arende/${id}', ${nr}, repeat('a', 64))`;
    await varld.manipulera(copy(0));
    expect(await varld.fel()).toEqual([`Ärendet ${id}: rad 0 är inskjuten.`]);
    await varld.manipulera(`DELETE FROM logg WHERE lopnr = 0; ${copy(9)}`);
    expect(await varld.fel()).toEqual([
      `Ärendet ${id}: rad 9 är ändrad eller inskjuten.`,
      `Ärendet ${id}: rad 9 ligger efter kedjans antecknade slut.`,
    ]);
    await varld.manipulera(`
      DELETE FROM logg WHERE lopnr = 9; UPDATE logg SET lopnr = -lopnr - 1 WHERE "arendeId" = '${id}' AND lopnr > 3;
      UPDATE logg SET lopnr = -lopnr WHERE lopnr < 0; ${copy(4)}`);
    const fel = await varld.fel();
    expect(fel[0]).toBe(`Ärendet ${id}: rad 4 är ändrad eller inskjuten.`);
  });

  it('a chain that was written anew with right hashes, by the seal', async () => {
    const id = await aTrace();
    await varld.manipulera(`DELETE FROM logg WHERE "arendeId" = '${id}' AND lopnr = 2; ${raknaOm(id)}`);
    expect(await varld.fel()).toEqual([`Ärendet ${id}: rad 6 är en annan än den som sigill 1 gäller.`]);
  });

  it('a seal that was removed, or changed', async () => {
    await aTrace();
    await seal();
    await varld.manipulera('DELETE FROM loggsigill WHERE nr = 1');
    expect(await varld.fel()).toContain('Sigill 1 saknas.');
    await varld.manipulera(`UPDATE loggsigill SET nr = 1, nar = now()`);
    expect(await varld.fel()).toContain('Sigill 1 är ändrat.');
  });

  it('a trace that was written anew with its seals, by a seal that was kept outside', async () => {
    const id = await varld.skriv(3);
    const kept = await seal();
    expect(await varld.fel(kept)).toEqual([]);
    await varld.manipulera(`
      DELETE FROM logg WHERE "arendeId" = '${id}' AND lopnr = 2; ${raknaOm(id)};
      DELETE FROM loggsigillande; DELETE FROM loggsigill`);
    await seal();
    expect(await varld.fel()).toEqual([]);
    expect(await varld.fel(kept)).toEqual(['Sigill 1 är ett annat än det som har förvarats.']);
    expect(await varld.fel({ nr: 7, hash: kept.hash })).toEqual(['Sigill 7 saknas.']);
  });

  it('a protection that was taken away', async () => {
    const owner = new pg.Client({ connectionString: asOwner(varld.url) });
    await owner.connect();
    await owner.query('ALTER TABLE logg DISABLE TRIGGER logg_vagra');
    await owner.end();
    expect(await varld.fel()).toEqual(['Skyddet logg_vagra saknas eller är avstängt i databasen.']);
  });
});
