import { Writable } from 'node:stream';
import { pino } from 'pino';
import { createUtskicksaktiviteter, type Utskicksaktiviteter } from '../../activities/utskick.js';
import { openPost, type Post } from '../../activities/utskick/post.js';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { createDatabase, emptyTables, withOwner, type TestDatabase } from '../support/postgres.js';
import { HEMLIGT, openUppgift, seedFall, skrivUtskick, type Fall } from './fall.js';
import { startSmtp, type TagetBrev, type TestSmtp } from '../support/smtp.js';
import { recordKeys } from '../support/record-keys.js';

const MAIL_FROM = 'Remissflöde <noreply@remiss.example.se>';
const BASE_URL = 'https://remiss.example.se';

let database: TestDatabase;
let prisma: PrismaClient;
let smtp: TestSmtp;
let post: Post;
let fall: Fall;
let aktiviteter: Utskicksaktiviteter;
let now: Date;
let log: string;

beforeAll(async () => {
  smtp = await startSmtp();
  database = await createDatabase();
  prisma = createPrisma(database.url, recordKeys);
});
afterAll(async () => {
  await smtp.stop();
  await prisma.$disconnect();
  await database.drop();
});

beforeEach(async () => {
  await emptyTables(database.url, 'forbund', 'individ');
  fall = await seedFall(prisma);
  smtp.brev.length = 0;
  smtp.refusals.length = 0;
  now = new Date('2026-11-24T09:00:00Z');
  log = '';
  post = openPost(smtp.url);
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  aktiviteter = createUtskicksaktiviteter({
    prisma,
    klocka: { now: () => Promise.resolve(now) },
    logger: pino({ level: 'trace' }, lines),
    post,
    mailFrom: MAIL_FROM,
    baseUrl: BASE_URL,
  });
});
afterEach(() => post.close());

const statusOf = (id: string) =>
  prisma.utskick.findUniqueOrThrow({ where: { id }, select: { status: true, skickat: true, fel: true } });

async function send(id: string): Promise<TagetBrev> {
  const before = smtp.brev.length;
  await aktiviteter.skickaUtskick(id);
  const brev = smtp.brev[before];
  if (!brev) throw new Error(`No mail came: ${JSON.stringify(await statusOf(id))}`);
  return brev;
}

const kvitto = () => skrivUtskick(prisma, fall, { slag: 'kvitto', nyckel: 'kvitto', mottagareId: fall.remittent });

async function yttrande(slag: 'uppgift' | 'paminnelse', mottagareId = fall.representant): Promise<string> {
  const nr = await openUppgift(prisma, fall, {
    nr: 2,
    typ: 'yttrande',
    roll: 'teamrepresentant',
    forfaller: '2026-11-27',
    verksamhetId: fall.verksamhetId,
  });
  return skrivUtskick(prisma, fall, {
    slag,
    nyckel: slag === 'uppgift' ? `uppgift-${nr}` : `paminnelse-${nr}-0`,
    mottagareId,
  });
}

const INSTALLNINGAR = `${BASE_URL}/mig/aviseringar`;
const hrefsOf = ({ parsed }: TagetBrev) =>
  [...String(parsed.html).matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href);
/** Where a mail leads, beside the reader's own choices. */
const linksOf = (brev: TagetBrev) => hrefsOf(brev).filter((href) => href !== INSTALLNINGAR);

describe('what the mails say', () => {
  test('every mail leads to where its reader chooses what she is told of', async () => {
    const brev = await send(await kvitto());
    expect(hrefsOf(brev)).toContain(INSTALLNINGAR);
    expect(brev.parsed.text).toContain(`Välj vilka mejl du får:\n${INSTALLNINGAR}\n`);
    expect(brev.raw).toContain(`List-Unsubscribe: <${INSTALLNINGAR}>`);
  });

  test('the receipt gives the remittent the number, the day of the review and the way to the remiss', async () => {
    await openUppgift(prisma, fall, { nr: 1, typ: 'granskning', roll: 'sammankallande', forfaller: '2026-11-26' });
    const brev = await send(await kvitto());
    expect(brev.to).toBe('handlaggare@example.se');
    expect(brev.parsed.subject).toBe('PROV-2026-0042: vi har tagit emot din remiss');
    expect(brev.parsed.text).toContain('Granskas senast: tors 26 nov 2026');
    expect(brev.parsed.text).toContain('https://remiss.example.se/remisser/PROV-2026-0042\n');
    expect(linksOf(brev)).toEqual(['https://remiss.example.se/remisser/PROV-2026-0042']);
  });

  test('a new task names what to do, why, by when, and leads to its decision', async () => {
    const brev = await send(await yttrande('uppgift'));
    expect(brev.to).toBe('teamrepresentant@example.se');
    expect(brev.parsed.subject).toBe('PROV-2026-0042: Lämna yttrande, senast fre 27 nov 2026');
    expect(brev.parsed.text).toContain('Teamet behöver er syn på ärendet före mötet.');
    expect(brev.parsed.text).toMatch(/Senast: fre 27 nov 2026 \(3.dagar kvar\)/);
    expect(linksOf(brev)).toEqual(['https://remiss.example.se/arenden/PROV-2026-0042/beslut/yttrande']);
  });

  test('an avidentifierad konsultation, which nobody can give samtycke to, reaches the whole team', async () => {
    await prisma.samtycke.deleteMany();
    await prisma.remiss.updateMany({ data: { identifierad: false } });
    const brev = await send(await yttrande('uppgift'));
    expect(brev.to).toBe('teamrepresentant@example.se');
    expect(linksOf(brev)).toEqual(['https://remiss.example.se/arenden/PROV-2026-0042/beslut/yttrande']);
  });

  test('a reminder that goes late says how late it is, counted from the day on which it goes', async () => {
    const id = await yttrande('paminnelse');
    now = new Date('2026-11-30T08:00:00Z');
    const brev = await send(id);
    expect(brev.parsed.subject).toMatch(/^PROV-2026-0042: påminnelse – Lämna yttrande, försenat 3.dagar$/);
    expect(brev.parsed.text).toMatch(/Uppgiften är inte klar: försenat 3.dagar\./);
  });

  test('a reminder lifted to the styrgrupp says whose the task is by role alone and leads nowhere that is refused', async () => {
    const brev = await send(await yttrande('paminnelse', fall.styrgrupp));
    expect(brev.to).toBe('styrgrupp@example.se');
    expect(brev.parsed.text).toContain('Uppgiften ligger hos någon annan');
    expect(brev.parsed.text).toContain('Ligger hos: Teamrepresentant');
    expect(linksOf(brev)).toEqual(['https://remiss.example.se/styrgrupp']);
  });

  test('a reminder lifted to sammankallande leads to the decision, which she may take too', async () => {
    const brev = await send(await yttrande('paminnelse', fall.sammankallande));
    expect(linksOf(brev)).toEqual(['https://remiss.example.se/arenden/PROV-2026-0042/beslut/yttrande']);
  });

  test('a reminder to the ersättare of who owes it says what she can do, and opens nothing to her', async () => {
    const { id } = await prisma.anvandare.create({
      data: { sub: 'vikarie', namn: 'Vikarie', epost: 'vikarie@example.se', verksamhetId: fall.verksamhetId },
    });
    await prisma.anvandare.update({ where: { id: fall.remittent }, data: { ersattareId: id } });
    await openUppgift(prisma, fall, { nr: 3, typ: 'komplettering', roll: 'handlaggare', forfaller: '2026-11-20' });
    const paminnelse = { slag: 'paminnelse', nyckel: 'paminnelse-3-3', mottagareId: id } as const;
    const brev = await send(await skrivUtskick(prisma, fall, paminnelse));
    expect(brev.parsed.text).toContain('Du är ersättare för den som ansvarar, och uppgiften är inte klar');
    expect(linksOf(brev)).toEqual(['https://remiss.example.se/']);
  });

  test('kansli hears which ärende is late where it may see them one by one, otherwise only that one is', async () => {
    const { id } = await prisma.anvandare.create({
      data: {
        sub: 'kansli',
        namn: 'Kansli',
        epost: 'kansli@example.se',
        verksamhetId: fall.verksamhetId,
        roller: { create: { roll: 'kansli' } },
      },
    });
    await openUppgift(prisma, fall, { nr: 3, typ: 'granskning', roll: 'sammankallande', forfaller: '2026-11-03' });
    const kannedom = (steg: number) => ({ slag: 'kannedom', nyckel: `kannedom-3-${steg}`, mottagareId: id }) as const;
    const shown = await send(await skrivUtskick(prisma, fall, kannedom(4)));
    expect(shown.parsed.subject).toContain('PROV-2026-0042');
    expect(linksOf(shown)).toEqual(['https://remiss.example.se/kansli/arenden/PROV-2026-0042']);
    await prisma.insats.updateMany({ data: { kanslivyPerArende: false } });
    const counts = await send(await skrivUtskick(prisma, fall, kannedom(5)));
    expect(linksOf(counts)).toEqual(['https://remiss.example.se/kansli']);
    expect(counts.raw).not.toMatch(/prov-2026-0042|granska/i);
  });

  test('the remittent learns that the team has answered, not what', async () => {
    await prisma.arende.update({ where: { id: fall.arendeId }, data: { fas: 'rad' } });
    const id = await skrivUtskick(prisma, fall, {
      slag: 'rekommendation',
      nyckel: 'rekommendation',
      mottagareId: fall.remittent,
    });
    const brev = await send(id);
    expect(brev.parsed.subject).toBe('PROV-2026-0042: besked från teamet');
    expect(brev.raw).not.toMatch(/inskrivning|bordlagd|inte aktuell/i);
    expect(linksOf(brev)).toEqual(['https://remiss.example.se/remisser/PROV-2026-0042']);
  });

  test('no mail, and no line of the log, holds anything about the person, the case, a verksamhet or the insats', async () => {
    await openUppgift(prisma, fall, { nr: 1, typ: 'granskning', roll: 'sammankallande', forfaller: '2026-11-26' });
    await send(await kvitto());
    await send(await yttrande('uppgift'));
    await send(
      await skrivUtskick(prisma, fall, { slag: 'paminnelse', nyckel: 'paminnelse-2-1', mottagareId: fall.styrgrupp }),
    );
    await send(
      await skrivUtskick(prisma, fall, {
        slag: 'rekommendation',
        nyckel: 'rekommendation',
        mottagareId: fall.remittent,
      }),
    );
    expect(smtp.brev).toHaveLength(4);
    // of random digits any four may be a code
    const withoutIds = (text: string) => text.replaceAll(/[\da-f]{16}(?=@)/g, '');
    for (const { raw, parsed } of smtp.brev) {
      const everything = [
        raw,
        parsed.subject,
        parsed.text,
        String(parsed.html),
        JSON.stringify(parsed.headerLines),
      ].join('\n');
      for (const secret of Object.values(HEMLIGT)) expect(withoutIds(everything)).not.toContain(secret);
      expect(everything).not.toContain('Testsson');
    }
    for (const secret of [...Object.values(HEMLIGT), '@example.se', 'Testsson'])
      expect(withoutIds(log)).not.toContain(secret);
  });
});

describe('the form of the mails', () => {
  test('text and HTML say the same, in Swedish, and the headers keep robots from answering', async () => {
    const { parsed, raw } = await send(await kvitto());
    expect(parsed.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
    expect(String(parsed.html)).toContain('<html lang="sv">');
    for (const line of [
      'Vi har tagit emot din remiss',
      'Du får ett mejl när teamet har lämnat besked.',
      'Det innehåller inga uppgifter om personen.',
    ]) {
      expect(parsed.text).toContain(line);
      expect(String(parsed.html)).toContain(line);
    }
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.get('x-auto-response-suppress')).toBe('All');
    expect(parsed.from?.value).toEqual([{ name: 'Remissflöde', address: 'noreply@remiss.example.se' }]);
    expect(parsed.date).toEqual(now);
    expect(raw).not.toMatch(/^x-mailer/im);
  });

  test('the Message-ID tells the mail, and every mail of an ärende belongs to one thread', async () => {
    const first = await send(await kvitto());
    const second = await send(await yttrande('uppgift'));
    expect(first.parsed.messageId).toMatch(/^<prov-2026-0042\.kvitto\.3\.[0-9a-f]{16}@remiss\.example\.se>$/);
    expect(second.parsed.messageId).not.toBe(first.parsed.messageId);
    for (const { parsed } of [first, second]) {
      expect(parsed.inReplyTo).toBe('<prov-2026-0042@remiss.example.se>');
      expect(parsed.references).toBe('<prov-2026-0042@remiss.example.se>');
    }
  });
});

describe('sent once', () => {
  test('a mail that is sent is marked with the clock and not sent again', async () => {
    const id = await kvitto();
    await send(id);
    expect(await statusOf(id)).toEqual({ status: 'skickat', skickat: now, fel: null });
    await aktiviteter.skickaUtskick(id);
    expect(smtp.brev).toHaveLength(1);
  });

  test('a mail of the seeded past is never sent', async () => {
    const id = await kvitto();
    await prisma.utskick.update({ where: { id }, data: { status: 'historiskt' } });
    await aktiviteter.skickaUtskick(id);
    expect(smtp.brev).toHaveLength(0);
  });

  test('a task that has ended meanwhile is told to nobody', async () => {
    const id = await yttrande('paminnelse');
    await prisma.uppgift.updateMany({ data: { avslutad: now, avslutadSom: 'klar' } });
    await aktiviteter.skickaUtskick(id);
    expect(await statusOf(id)).toEqual({ status: 'inaktuellt', skickat: null, fel: null });
    expect(smtp.brev).toHaveLength(0);
  });

  test('who has left gets no mail', async () => {
    const id = await kvitto();
    await prisma.anvandare.update({ where: { id: fall.remittent }, data: { aktiv: false } });
    await aktiviteter.skickaUtskick(id);
    expect(await statusOf(id)).toMatchObject({ status: 'inaktuellt' });
  });

  test('a verksamhet whose samtycke has run out gets no mail about the ärende', async () => {
    const id = await yttrande('paminnelse');
    now = new Date('2027-02-01T08:00:00Z');
    await aktiviteter.skickaUtskick(id);
    expect(await statusOf(id)).toMatchObject({ status: 'inaktuellt' });
    expect(smtp.brev).toHaveLength(0);
  });

  test('a mark that is lost after the server took the mail repeats it under the same Message-ID', async () => {
    const id = await kvitto();
    const alterTable = (change: string) =>
      withOwner(database.url, (owner) => owner.query(`ALTER TABLE utskick ${change}`));
    await alterTable(`ADD CONSTRAINT down CHECK (status <> 'skickat')`);
    await expect(aktiviteter.skickaUtskick(id)).rejects.toThrow('down');
    await alterTable('DROP CONSTRAINT down');
    await aktiviteter.skickaUtskick(id);
    expect(smtp.brev).toHaveLength(2);
    expect(new Set(smtp.brev.map(({ parsed }) => parsed.messageId)).size).toBe(1);
    expect(await statusOf(id)).toMatchObject({ status: 'skickat' });
  });
});

describe('when the mail server says no', () => {
  test.each(['RCPT TO', 'DATA'] as const)('a passing refusal at %s is tried again and then sent once', async (at) => {
    const id = await kvitto();
    smtp.refusals.push({ at, code: 451 });
    const failure: unknown = await aktiviteter.skickaUtskick(id).catch((error: unknown) => error);
    expect(failure).toMatchObject({ type: 'SmtpFel', nonRetryable: false, message: 'SMTP 451' });
    expect(JSON.stringify(failure)).not.toContain('handlaggare@example.se');
    expect(await statusOf(id)).toMatchObject({ status: 'vantar' });
    await send(id);
    expect(smtp.brev).toHaveLength(1);
  });

  test.each(['RCPT TO', 'DATA'] as const)(
    'a final refusal at %s is marked with the code, and nothing else',
    async (at) => {
      const id = await kvitto();
      smtp.refusals.push({ at, code: 550 });
      await aktiviteter.skickaUtskick(id);
      expect(await statusOf(id)).toEqual({ status: 'misslyckat', skickat: null, fel: '550' });
      await aktiviteter.skickaUtskick(id);
      expect(smtp.brev).toHaveLength(0);
      expect(log).not.toContain('handlaggare@example.se');
    },
  );

  test('a refused sender is our own fault: the mail waits', async () => {
    const id = await kvitto();
    smtp.refusals.push({ at: 'MAIL FROM', code: 553 });
    await expect(aktiviteter.skickaUtskick(id)).rejects.toMatchObject({ type: 'SmtpFel', message: 'SMTP 553' });
    expect(await statusOf(id)).toMatchObject({ status: 'vantar' });
  });

  test('an address that is none is marked and does not keep the workflow alive', async () => {
    const id = await kvitto();
    await prisma.anvandare.update({ where: { id: fall.remittent }, data: { epost: '' } });
    await aktiviteter.skickaUtskick(id);
    expect(await statusOf(id)).toMatchObject({ status: 'misslyckat', fel: 'EENVELOPE' });
  });

  test('a server that is away is tried again, and the mail goes when it is back', async () => {
    const other = await startSmtp();
    const id = await kvitto();
    const away = openPost(other.url);
    await other.stop();
    const cut = createUtskicksaktiviteter({
      prisma,
      klocka: { now: () => Promise.resolve(now) },
      logger: pino({ level: 'silent' }),
      post: away,
      mailFrom: MAIL_FROM,
      baseUrl: BASE_URL,
    });
    await expect(cut.skickaUtskick(id)).rejects.toMatchObject({ type: 'SmtpFel', nonRetryable: false });
    away.close();
    await send(id);
    expect(await statusOf(id)).toMatchObject({ status: 'skickat' });
  });
});
