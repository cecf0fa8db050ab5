import { LEVERANSSTATUS } from '../../api/leverans/routes.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { startPostvarld, type Postvarld } from './varld.js';

const TOKEN = 'ett-langt-ord-som-bara-mejlservern-kan-0123456789';
let varld: Postvarld;
let web: TestWeb;
beforeAll(async () => {
  varld = await startPostvarld();
  web = await startWeb({ databaseUrl: varld.databaseUrl, config: { leveransstatusToken: TOKEN } });
});
afterAll(async () => {
  await web.stop();
  await varld.stop();
});
beforeEach(async () => {
  await varld.begin();
  varld.now = new Date('2026-11-23T09:00:00Z');
});

interface Rapport {
  action?: string;
  status?: string;
  /** what of the mail comes back; missing: nothing */
  returned?: string | undefined;
  inReplyTo?: string;
}

/** A report as mail servers write it (RFC 3464), about a mail that they were given. */
const rapport = (messageId: string, om: Rapport = {}) => {
  const { action = 'failed', status = '5.1.1', inReplyTo } = om;
  const returned = 'returned' in om ? om.returned : 'text/rfc822-headers';
  return [
    'From: MAILER-DAEMON@mx.example.se',
    'To: noreply@remiss.example.se',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <20261123.ABC@mx.example.se>',
    ...(inReplyTo === undefined ? [] : [`In-Reply-To: ${inReplyTo}`]),
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="GRANS"',
    '',
    '--GRANS',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Brevet kunde inte lämnas.',
    '--GRANS',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.se',
    '',
    'Final-Recipient: rfc822; handlaggare@example.se',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 no such user <handlaggare@example.se>',
    '',
    ...(returned === undefined
      ? []
      : [
          '--GRANS',
          `Content-Type: ${returned}`,
          '',
          'From: Remissflöde <noreply@remiss.example.se>',
          'To: handlaggare@example.se',
          `Message-ID: ${messageId}`,
          'Subject: Det som skickades',
          '',
        ]),
    '--GRANS--',
    '',
  ].join('\r\n');
};

const report = (body: string, authorization = `Bearer ${TOKEN}`): Promise<Response> =>
  fetch(`${web.baseUrl}${LEVERANSSTATUS}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'multipart/report' },
    body,
  });

/** A receipt that the server has taken; gives its Message-ID. */
async function sentKvitto(): Promise<string> {
  await varld.tell({ slag: 'kvitto', nyckel: 'kvitto', mottagareId: varld.fall.remittent });
  const { id } = await varld.prisma.utskick.findFirstOrThrow();
  await varld.aktiviteter.skickaUtskick(id);
  return varld.smtp.brev[0]?.parsed.messageId ?? '';
}
const state = () => varld.prisma.utskick.findFirst({ select: { status: true, fel: true } });

describe('A mail that comes back', () => {
  it.each(['text/rfc822-headers', 'message/rfc822'])('is marked with the code, told by %s', async (returned) => {
    const messageId = await sentKvitto();
    expect((await report(rapport(messageId, { returned }))).status).toBe(204);
    expect(await state()).toEqual({ status: 'studsat', fel: '5.1.1' });
    expect(web.log.join('\n')).not.toContain('handlaggare@example.se');
    expect((await report(rapport(messageId, { status: '5.2.2' }))).status).toBe(204);
    expect(await state()).toEqual({ status: 'studsat', fel: '5.1.1' });
  });

  it('is found by what the report answers when nothing of it is returned', async () => {
    const messageId = await sentKvitto();
    expect((await report(rapport('', { returned: undefined, inReplyTo: messageId }))).status).toBe(204);
    expect(await state()).toEqual({ status: 'studsat', fel: '5.1.1' });
  });

  it('in the morning marks all that it told of', async () => {
    const { prisma, fall, aktiviteter, smtp } = varld;
    await varld.tell(
      { slag: 'besked', nyckel: 'a', mottagareId: fall.koordinator },
      { slag: 'besked', nyckel: 'b', mottagareId: fall.koordinator },
    );
    varld.now = new Date('2026-11-24T07:15:00Z');
    const { id } = await prisma.sammanstallning.findFirstOrThrow();
    await aktiviteter.skickaSammanstallning(id);
    await report(rapport(smtp.brev[0]?.parsed.messageId ?? ''));
    expect(await prisma.sammanstallning.findFirst()).toMatchObject({ status: 'studsat' });
    expect((await prisma.utskick.findMany()).map(({ status }) => status)).toEqual(['studsat', 'studsat']);
  });

  it.each(['delayed', 'delivered', 'relayed'])('is not one that is %s', async (action) => {
    const messageId = await sentKvitto();
    expect((await report(rapport(messageId, { action, status: '4.4.1' }))).status).toBe(204);
    expect(await state()).toMatchObject({ status: 'skickat' });
  });

  it('of somebody else, or no report at all, changes nothing', async () => {
    await sentKvitto();
    expect((await report(rapport('<annat@example.se>'))).status).toBe(204);
    expect((await report('hej')).status).toBe(204);
    expect(await state()).toMatchObject({ status: 'skickat' });
  });
});

describe('The address for reports of delivery', () => {
  it.each(['', 'Bearer', 'Bearer fel', `Basic ${TOKEN}`])('does not exist for who bears %p', async (authorization) => {
    const messageId = await sentKvitto();
    expect((await report(rapport(messageId), authorization)).status).toBe(404);
    expect(await state()).toMatchObject({ status: 'skickat' });
  });

  it('takes no more than a megabyte', async () => {
    expect((await report('x'.repeat(1_100_000))).status).toBe(413);
  });

  it('does not exist where no token is set', async () => {
    const without = await startWeb({ databaseUrl: varld.databaseUrl });
    const headers = { authorization: 'Bearer undefined', 'content-type': 'multipart/report' };
    const answer = await fetch(`${without.baseUrl}${LEVERANSSTATUS}`, {
      method: 'POST',
      headers,
      body: rapport('<a@b>'),
    });
    await without.stop();
    expect(answer.status).toBe(404);
  });
});
