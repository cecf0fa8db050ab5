import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { simpleParser } from 'mailparser';
import type { AddressObject } from 'mailparser';

/** A caught mail, as the pages and tests read it. */
export interface CaughtMail {
  /** the order in which mails were caught, from 1 */
  id: number;
  from: string;
  to: string[];
  subject: string;
  /** the Date header, ISO 8601: in the time-skipping demo it is the simulated date; undefined when the mail has none */
  date: string | undefined;
  messageId: string | undefined;
  text: string;
  html: string | undefined;
}

/** The caught mails: one .eml file each, as it came, and their parsed form in memory. */
export interface MailStore {
  /** newest first */
  list: () => CaughtMail[];
  find: (id: number) => CaughtMail | undefined;
  /** keeps one mail as it came over SMTP; it is on the disk when this settles */
  keep: (raw: Buffer) => Promise<CaughtMail>;
}

/** Opens the folder of the caught mails and reads those that are there. */
export async function openMailStore(folder: string): Promise<MailStore> {
  await mkdir(folder, { recursive: true });
  const mails = new Map<number, CaughtMail>();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.eml'))) {
    const id = Number(file.replace('.eml', ''));
    mails.set(id, await parse(id, await readFile(join(folder, file))));
  }
  let last = Math.max(0, ...mails.keys());
  return {
    list: () => [...mails.values()].toSorted((one, other) => other.id - one.id),
    find: (id) => mails.get(id),
    keep: async (raw) => {
      last += 1;
      const id = last;
      const mail = await parse(id, raw);
      const file = join(folder, `${String(id).padStart(8, '0')}.eml`);
      await writeFile(`${file}.ofardig`, raw);
      await rename(`${file}.ofardig`, file);
      mails.set(id, mail);
      return mail;
    },
  };
}

async function parse(id: number, raw: Buffer): Promise<CaughtMail> {
  const mail = await simpleParser(raw, { skipImageLinks: true });
  return {
    id,
    from: mail.from?.text ?? '',
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    date: mail.date?.toISOString(),
    messageId: mail.messageId,
    text: mail.text ?? '',
    html: mail.html || undefined,
  };
}

const addresses = (to: AddressObject | AddressObject[] | undefined): string[] =>
  [to ?? []].flat().flatMap((group) => group.value.map(({ address }) => address ?? ''));
