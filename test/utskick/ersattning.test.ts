import { randomUUID } from 'node:crypto';
import { andraFranvaroslut } from '../../api/records/franvaro/andra-slut.js';
import { laggTillFranvaro } from '../../api/records/franvaro/lagg-till.js';
import { taTillbakaFranvaro } from '../../api/records/franvaro/ta-tillbaka.js';
import { HEMLIGT } from './fall.js';
import { startPostvarld, type Postvarld } from './varld.js';

let varld: Postvarld;
beforeAll(async () => {
  varld = await startPostvarld();
});
afterAll(() => varld.stop());
beforeEach(async () => {
  await varld.begin();
  // Monday at ten
  varld.now = new Date('2026-11-23T09:00:00Z');
});

const IDAG = '2026-11-23';
const TISDAG = new Date('2026-11-24T07:15:00Z');

const arbete = () => ({ av: varld.fall.koordinator, anvandareId: varld.fall.koordinator, nar: varld.now, idag: IDAG });

/** The koordinator is away, and sammankallande stands in. */
async function borta(fran: string, till: string): Promise<string> {
  const id = randomUUID();
  const ny = { ...arbete(), id, ersattareId: varld.fall.sammankallande, fran, till };
  expect(await laggTillFranvaro(varld.prisma, ny)).toBeUndefined();
  return id;
}

const rader = () => varld.prisma.utskick.findMany({ orderBy: { sekvens: 'asc' } });

/** Sends whatever goes by itself, and the mail of the morning. */
async function sendAll(): Promise<void> {
  const vantar = (await rader()).filter(({ status }) => status === 'vantar');
  for (const { id, satt } of vantar) if (satt === 'direkt') await varld.aktiviteter.skickaUtskick(id);
  for (const { id } of await varld.prisma.sammanstallning.findMany()) await varld.aktiviteter.skickaSammanstallning(id);
}

const taken = () =>
  varld.smtp.brev.map(({ to, parsed }) => [to.split('@', 1)[0], parsed.subject?.replaceAll(' ', ' ')]);

describe('Who stands in for a colleague', () => {
  it('is told at once when the absence has begun, from which day to which, with nobody’s name', async () => {
    await borta(IDAG, '2026-11-27');
    await sendAll();
    expect(taken()).toEqual([
      ['sammankallande', 'Du är ersättare för en kollega mån 23 nov 2026 till fre 27 nov 2026'],
    ]);
    const [brev] = varld.smtp.brev;
    expect(brev?.parsed.text).toContain('https://remiss.example.se/uppgifter');
    expect(brev?.parsed.text).toContain('Sedan går de tillbaka av sig själva.');
    for (const secret of [...Object.values(HEMLIGT), 'koordinator Testsson']) expect(brev?.raw).not.toContain(secret);
  });

  it('is told in the morning’s mail of one that is still to come, once, as it stands then', async () => {
    const id = await borta('2026-11-30', '2026-12-04');
    expect(await andraFranvaroslut(varld.prisma, { ...arbete(), id, till: '2026-12-11' })).toBeUndefined();
    varld.now = TISDAG;
    await sendAll();
    expect(varld.smtp.brev).toHaveLength(1);
    const text = varld.smtp.brev[0]?.parsed.text?.replaceAll(' ', ' ') ?? '';
    expect(text.match(/Du är ersättare för en kollega/g)).toHaveLength(1);
    expect(text).toContain('Du är ersättare för en kollega mån 30 nov 2026 till fre 11 dec 2026');
    expect((await rader()).map(({ status }) => status)).toEqual(['inaktuellt', 'skickat']);
  });

  it('is told that she no longer is, when she had been told that she was', async () => {
    const id = await borta(IDAG, '2026-11-27');
    await sendAll();
    expect(await taTillbakaFranvaro(varld.prisma, { ...arbete(), id })).toBeUndefined();
    await sendAll();
    expect(taken().map(([, amne]) => amne)).toEqual([
      'Du är ersättare för en kollega mån 23 nov 2026 till fre 27 nov 2026',
      'Du är inte längre ersättare för en kollega',
    ]);
  });

  it('hears nothing of an absence that was taken back before she had heard of it', async () => {
    const id = await borta('2026-11-30', '2026-12-04');
    expect(await taTillbakaFranvaro(varld.prisma, { ...arbete(), id })).toBeUndefined();
    varld.now = TISDAG;
    await sendAll();
    expect(taken()).toEqual([]);
    expect((await rader()).map(({ status }) => status)).toEqual(['inaktuellt', 'inaktuellt']);
  });

  it('is told that she no longer is, also when the last day became today and is over as the mail goes', async () => {
    const id = await borta(IDAG, '2026-12-20');
    await sendAll();
    varld.now = new Date('2026-11-23T17:00:00Z');
    expect(await andraFranvaroslut(varld.prisma, { ...arbete(), id, till: IDAG })).toBeUndefined();
    varld.now = TISDAG;
    await sendAll();
    expect(taken().map(([, amne]) => amne)).toEqual([
      'Du är ersättare för en kollega mån 23 nov 2026 till sön 20 dec 2026',
      'Du är inte längre ersättare för en kollega',
    ]);
  });

  it('hears nothing of one that is over when the mail goes', async () => {
    await borta(IDAG, IDAG);
    varld.now = TISDAG;
    await sendAll();
    expect(taken()).toEqual([]);
  });
});
