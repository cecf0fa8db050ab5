import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createTransport } from 'nodemailer';

import { startMailbox } from '../../bin/embedded/mailbox.js';
import type { Mailbox } from '../../bin/embedded/mailbox.js';
import type { CaughtMail } from '../../bin/embedded/mailbox-store.js';

let folder: string;
let mailbox: Mailbox;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remissflode-mailbox-'));
  mailbox = await startMailbox({ folder });
});

afterEach(async () => {
  await mailbox.stop();
  await rm(folder, { recursive: true });
});

async function send(subject: string, html = '<p>Hej</p>'): Promise<void> {
  const transport = createTransport(mailbox.smtpUrl);
  const mail = {
    from: 'Remissflöde <remissflode@example.se>',
    to: ['a@example.se', 'b@example.se'],
    text: 'Hej på dig',
  };
  await transport.sendMail({ ...mail, subject, html, date: new Date('2027-06-24T10:00:00Z') });
  transport.close();
}

const list = async () => (await (await fetch(`${mailbox.url}/api/mail`)).json()) as CaughtMail[];

test('mail is caught with its text, its HTML and its own date, newest first', async () => {
  await send('Första utskicket');
  await send('Andra utskicket');
  const mails = await list();
  expect(mails.map((mail) => mail.subject)).toEqual(['Andra utskicket', 'Första utskicket']);
  expect(mails[0]).toMatchObject({
    to: ['a@example.se', 'b@example.se'],
    text: 'Hej på dig',
    date: '2027-06-24T10:00:00.000Z',
  });
  const page = await (await fetch(mailbox.url)).text();
  expect(page.indexOf('Andra utskicket')).toBeLessThan(page.indexOf('Första utskicket'));
  expect(page).toContain('24 juni 2027');
});

test('the mails are still there, on the same addresses, when the mailbox is started again', async () => {
  await send('Påminnelse');
  const before = { smtp: mailbox.smtpUrl, url: mailbox.url };
  await mailbox.stop();
  mailbox = await startMailbox({ folder });
  expect({ smtp: mailbox.smtpUrl, url: mailbox.url }).toEqual(before);
  await send('Nästa');
  expect((await list()).map((mail) => mail.subject)).toEqual(['Nästa', 'Påminnelse']);
  expect((await readdir(folder)).filter((name) => name.endsWith('.eml'))).toHaveLength(2);
});

test('a hostile mail is shown as text, and its HTML part alone in a sandbox', async () => {
  await send('<script>alert(1)</script>', '<p style="color:red">Hej</p><script>alert(2)</script>');
  const page = await fetch(`${mailbox.url}/1`);
  const text = await page.text();
  expect(text).not.toContain('<script>');
  expect(text).toContain('sandbox=');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const part = await fetch(`${mailbox.url}/1/html`);
  expect(await part.text()).toContain('style="color:red"');
  expect(part.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
});

test('an address that holds no mail is a page that says so', async () => {
  for (const path of ['/7', '/7/html', '/nothing']) {
    const response = await fetch(mailbox.url + path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Mejlet finns inte');
  }
});
