import { asDate } from '../../prisma/client.js';
import { HEMLIGT, openUppgift } from './fall.js';
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

const TISDAG = new Date('2026-11-24T07:15:00Z');
const morgnar = () => varld.prisma.sammanstallning.findMany({ orderBy: { dag: 'asc' } });
const raderna = () =>
  varld.prisma.utskick.findMany({ orderBy: { nyckel: 'asc' }, select: { nyckel: true, status: true, satt: true } });
const send = async (nr = 0) => varld.aktiviteter.skickaSammanstallning((await morgnar())[nr]?.id ?? '');

/** A task of the koordinator's, with word of it. */
async function uppgift(nr: number, forfaller: string, slag: 'uppgift' | 'paminnelse' = 'uppgift'): Promise<void> {
  const { prisma, fall } = varld;
  if ((await prisma.uppgift.count({ where: { id: `${fall.arendeId}/${nr}` } })) === 0)
    await openUppgift(prisma, fall, { nr, typ: 'planuppfoljning', roll: 'koordinator', forfaller });
  const nyckel = slag === 'uppgift' ? `uppgift-${nr}` : `paminnelse-${nr}-0`;
  await varld.tell({ slag, nyckel, mottagareId: fall.koordinator });
}
const besked = () => varld.tell({ slag: 'besked', nyckel: 'besked', mottagareId: varld.fall.koordinator });

describe('The mail of a morning', () => {
  it('tells of all that came since the last one, least time left first, each with its page', async () => {
    await uppgift(1, '2026-11-20');
    await uppgift(2, '2026-11-24');
    await uppgift(3, '2026-11-26');
    await uppgift(4, '2026-12-18');
    await besked();
    varld.now = TISDAG;
    expect(await send()).toBeUndefined();
    const [brev, ...fler] = varld.smtp.brev;
    expect(fler).toEqual([]);
    expect(brev?.to).toBe('koordinator@example.se');
    expect(brev?.parsed.subject).toBe('tis 24 nov 2026: 4 uppgifter, varav 1 försenad, 1 nyhet');
    const rader = (brev?.parsed.text ?? '').split('\n').filter((rad) => /^(- |[A-ZÅÄÖ ]+$)/.test(rad) && rad !== '-- ');
    expect(rader.map((rad) => rad.replaceAll(' ', ' '))).toEqual([
      'FÖRSENAT',
      '- PROV-2026-0042: Registrera planuppföljning, försenat 4 dagar',
      'I DAG',
      '- PROV-2026-0042: Registrera planuppföljning, senast tis 24 nov 2026',
      'DEN HÄR VECKAN',
      '- PROV-2026-0042: Registrera planuppföljning, senast tors 26 nov 2026',
      'SENARE',
      '- PROV-2026-0042: Registrera planuppföljning, senast fre 18 dec 2026',
      'NYTT',
      '- PROV-2026-0042: nytt i ärendet',
    ]);
    expect(brev?.parsed.text).toContain('https://remiss.example.se/arenden/PROV-2026-0042/beslut/planuppfoljning\n');
    expect((await raderna()).every(({ status }) => status === 'skickat')).toBe(true);
    expect(brev?.parsed.inReplyTo).toBeUndefined();
    for (const secret of [...Object.values(HEMLIGT), 'Testsson']) {
      expect(brev?.raw).not.toContain(secret);
      expect(varld.log()).not.toContain(secret);
    }
  });

  it('waits for its hour, and for working hours', async () => {
    await besked();
    expect(await send()).toBe('2026-11-24T07:15:00.000Z');
    varld.now = new Date('2026-11-24T16:30:00Z');
    expect(await send()).toBe('2026-11-25T06:00:00.000Z');
    expect(varld.smtp.brev).toEqual([]);
  });

  it('has a new task and its reminder as one line, and what has ended not at all', async () => {
    await uppgift(1, '2026-11-24');
    await uppgift(1, '2026-11-24', 'paminnelse');
    await uppgift(2, '2026-11-25');
    await varld.prisma.uppgift.update({
      where: { id: `${varld.fall.arendeId}/2` },
      data: { avslutad: varld.now, avslutadSom: 'klar' },
    });
    varld.now = TISDAG;
    await send();
    expect(varld.smtp.brev[0]?.parsed.subject).toBe('tis 24 nov 2026: 1 uppgift');
    expect(await raderna()).toMatchObject([
      { nyckel: 'paminnelse-1-0', status: 'skickat' },
      { nyckel: 'uppgift-1', status: 'skickat' },
      { nyckel: 'uppgift-2', status: 'inaktuellt' },
    ]);
  });

  it('is not sent when there is nothing left to say, or its reader has left', async () => {
    await uppgift(1, '2026-11-25');
    await varld.prisma.uppgift.updateMany({ data: { avslutad: varld.now } });
    varld.now = TISDAG;
    await send();
    expect(varld.smtp.brev).toEqual([]);
    expect(await morgnar()).toMatchObject([{ status: 'inaktuellt' }]);
  });

  it('is one a person and day, however many transactions write to it at once', async () => {
    const { prisma, fall } = varld;
    await Promise.all(
      Array.from({ length: 12 }, (_, nr) =>
        varld.tell(
          { slag: 'besked', nyckel: `besked-${nr}`, mottagareId: fall.koordinator },
          { slag: 'besked', nyckel: `besked-${nr}`, mottagareId: fall.sammankallande },
        ),
      ),
    );
    expect(await prisma.sammanstallning.count()).toBe(2);
    expect(await prisma.motoruppdrag.count({ where: { slag: 'sammanstallning' } })).toBe(2);
    expect(await prisma.utskick.count({ where: { status: 'vantar' } })).toBe(24);
  });

  it('that is on its way takes nothing more along: what is written then goes the next morning', async () => {
    await besked();
    varld.now = TISDAG;
    await varld.prisma.utskick.updateMany({ data: { sammanstallningId: (await morgnar())[0]?.id ?? null } });
    await varld.prisma.sammanstallning.updateMany({ data: { status: 'pagar' } });
    varld.now = new Date('2026-11-24T07:14:59Z');
    await varld.tell({ slag: 'besked', nyckel: 'senare', mottagareId: varld.fall.koordinator });
    expect((await morgnar()).map(({ dag }) => dag)).toEqual([asDate('2026-11-24'), asDate('2026-11-25')]);
    varld.now = TISDAG;
    await send();
    expect(await raderna()).toMatchObject([
      { nyckel: 'besked', status: 'skickat' },
      { nyckel: 'senare', status: 'vantar' },
    ]);
  });
});

describe('A mail server that is away for days', () => {
  it('leads to one mail when it is back, with all that waited', async () => {
    for (const dag of ['23', '24', '25']) {
      varld.now = new Date(`2026-11-${dag}T09:00:00Z`);
      await varld.tell({ slag: 'besked', nyckel: `besked-${dag}`, mottagareId: varld.fall.koordinator });
    }
    varld.now = TISDAG;
    varld.smtp.refusals.push({ at: 'RCPT TO', code: 451 });
    await expect(send()).rejects.toMatchObject({ type: 'SmtpFel', message: 'SMTP 451' });
    expect(await morgnar()).toMatchObject([{ status: 'vantar' }, { status: 'vantar' }, { status: 'vantar' }]);
    varld.now = new Date('2026-11-26T07:20:00Z');
    await send(2);
    await send(0);
    await send(1);
    expect(varld.smtp.brev).toHaveLength(1);
    expect((await morgnar()).map(({ status }) => status)).toEqual(['inaktuellt', 'inaktuellt', 'skickat']);
    expect((await raderna()).map(({ status }) => status)).toEqual(['skickat', 'skickat', 'skickat']);
  });

  it('that takes a mail and does not answer gets the very same again, under the same Message-ID', async () => {
    await besked();
    varld.now = TISDAG;
    varld.smtp.hangUpAfterNext();
    await expect(send()).rejects.toMatchObject({ type: 'SmtpFel' });
    varld.now = new Date('2026-11-24T07:20:00Z');
    await varld.tell({ slag: 'besked', nyckel: 'senare', mottagareId: varld.fall.koordinator });
    await send();
    const [first, second, ...fler] = varld.smtp.brev;
    expect(fler).toEqual([]);
    expect(second?.parsed.messageId).toBe(first?.parsed.messageId);
    expect(second?.parsed.text).toBe(first?.parsed.text);
    expect((await raderna()).map(({ status }) => status)).toEqual(['skickat', 'vantar']);
  });

  it('that may have taken a mail is sent that one and no other under its Message-ID, also when it was away meanwhile', async () => {
    await besked();
    varld.now = TISDAG;
    varld.smtp.hangUpAfterNext();
    await expect(send()).rejects.toMatchObject({ type: 'SmtpFel' });
    await varld.tell({ slag: 'besked', nyckel: 'senare', mottagareId: varld.fall.koordinator });
    varld.now = new Date('2026-11-25T07:15:00Z');
    varld.smtp.refusals.push({ at: 'MAIL FROM', code: 451 });
    await expect(send()).rejects.toMatchObject({ type: 'SmtpFel' });
    await send(1);
    expect(await raderna()).toMatchObject([
      { nyckel: 'besked', status: 'vantar' },
      { nyckel: 'senare', status: 'skickat' },
    ]);
    await send();
    const ids = varld.smtp.brev.map(({ parsed }) => parsed.messageId);
    expect(ids).toEqual([ids[0], expect.not.stringMatching(ids[0] ?? ''), ids[0]]);
    expect((await raderna()).map(({ status }) => status)).toEqual(['skickat', 'skickat']);
  });

  it('that refuses an address for good is told of, and nothing is tried again', async () => {
    await besked();
    varld.now = TISDAG;
    varld.smtp.refusals.push({ at: 'RCPT TO', code: 550 });
    expect(await send()).toBeUndefined();
    expect(await morgnar()).toMatchObject([{ status: 'misslyckat', fel: '550' }]);
    expect(await raderna()).toMatchObject([{ status: 'misslyckat' }]);
    expect(await send()).toBeUndefined();
    expect(varld.smtp.brev).toEqual([]);
  });
});

describe('What goes by itself', () => {
  const sattOf = async (nyckel: string) => (await raderna()).find((rad) => rad.nyckel === nyckel);

  it('is the receipt, at once in the night', async () => {
    varld.now = new Date('2026-11-28T02:00:00Z');
    await varld.tell({ slag: 'kvitto', nyckel: 'kvitto', mottagareId: varld.fall.remittent });
    const { id } = await varld.prisma.utskick.findFirstOrThrow();
    expect(await varld.aktiviteter.skickaUtskick(id)).toBeUndefined();
    expect(varld.smtp.brev).toHaveLength(1);
  });

  it('is an urgent task, within working hours', async () => {
    const { prisma, fall } = varld;
    await openUppgift(prisma, fall, { nr: 1, typ: 'planuppfoljning', roll: 'koordinator', forfaller: '2026-11-24' });
    varld.now = new Date('2026-06-18T16:00:00Z');
    await varld.tell({ slag: 'uppgift', nyckel: 'uppgift-1', mottagareId: fall.koordinator, bradskande: true });
    const { id } = await prisma.utskick.findFirstOrThrow();
    // the day after is midsommarafton
    expect(await varld.aktiviteter.skickaUtskick(id)).toBe('2026-06-22T05:00:00.000Z');
    varld.now = new Date('2026-06-22T05:00:00Z');
    await varld.aktiviteter.skickaUtskick(id);
    expect(varld.smtp.brev).toHaveLength(1);
  });

  it('is a task that is to be done before the next morning’s mail, but not one that is late already', async () => {
    const { fall } = varld;
    // Friday at three: the next morning's mail goes on Monday
    varld.now = new Date('2026-11-27T14:00:00Z');
    const till = (nyckel: string, forfaller: string) =>
      varld.tell({ slag: 'uppgift', nyckel, mottagareId: fall.koordinator, forfaller });
    await till('uppgift-1', '2026-11-27');
    await till('uppgift-2', '2026-11-29');
    await till('uppgift-3', '2026-11-30');
    await till('uppgift-4', '2026-11-26');
    expect((await raderna()).map(({ satt }) => satt)).toEqual(['direkt', 'direkt', 'samlat', 'samlat']);
  });

  it('or with the morning’s is as each has chosen; what is chosen away stands there all the same', async () => {
    const { prisma, fall } = varld;
    await prisma.aviseringsval.createMany({
      data: [
        { anvandareId: fall.koordinator, slag: 'besked', satt: 'inte' },
        { anvandareId: fall.sammankallande, slag: 'besked', satt: 'direkt' },
        { anvandareId: fall.koordinator, slag: 'paminnelse', satt: 'inte' },
      ],
    });
    await varld.tell(
      { slag: 'besked', nyckel: 'k', mottagareId: fall.koordinator },
      { slag: 'besked', nyckel: 's', mottagareId: fall.sammankallande },
      { slag: 'paminnelse', nyckel: 'paminnelse-1-0', mottagareId: fall.koordinator },
    );
    expect(await sattOf('k')).toMatchObject({ status: 'hoppat' });
    expect(await sattOf('s')).toMatchObject({ status: 'vantar', satt: 'direkt' });
    // who owes tasks hears of them
    expect(await sattOf('paminnelse-1-0')).toMatchObject({ status: 'vantar', satt: 'samlat' });
    expect(await prisma.utskick.findFirst({ where: { nyckel: 'k' } })).toMatchObject({ skal: 'valt_bort', gar: null });
  });
});
