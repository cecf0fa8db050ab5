import { simpleParser } from 'mailparser';

/** What a mail server tells of a mail that it could not deliver (RFC 3464). */
export interface Studsrapport {
  /** Every Message-ID that the returned mail, or its headers, bears, and the one that the report says it answers. */
  readonly messageIds: readonly string[];
  /** The enhanced status code, `5.1.1`; the server's words repeat the address and are left behind. */
  readonly status: string;
}

const STATUS = /^Status:\s*([245]\.\d{1,3}\.\d{1,3})/im;
const FAILED = /^Action:\s*failed\b/im;
const MESSAGE_ID = /^Message-ID:\s*(?:\r?\n[ \t]+)?(<[^<>\s]+@[^<>\s]+>)/gim;

/** The fields of each recipient stand in a block of their own. */
const blocks = (text: string): string[] => text.split(/\r?\n\r?\n/);

/**
 * Reads a report of delivery. What only tells of a delay, or that a mail has arrived, is nothing to act on.
 *
 * @param raw the report as the mail server sent it
 * @returns `undefined` when nothing has failed, or it is no report at all
 */
export async function readStudsrapport(raw: Buffer): Promise<Studsrapport | undefined> {
  const { attachments, inReplyTo } = await simpleParser(raw, { keepDeliveryStatus: true });
  const textOf = (...types: readonly string[]) =>
    attachments.filter(({ contentType }) => types.includes(contentType)).map(({ content }) => content.toString('utf8'));
  const failed = textOf('message/delivery-status')
    .flatMap(blocks)
    .find((block) => FAILED.test(block));
  if (failed === undefined) return undefined;
  const returned = textOf('message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers');
  const borne = returned.flatMap((text) => [...text.matchAll(MESSAGE_ID)].map(([, id]) => id ?? ''));
  // RFC 3464 lets a server return nothing of the mail; some name it in the report's own head
  const messageIds = inReplyTo === undefined ? borne : [...borne, inReplyTo];
  return { messageIds: messageIds.slice(0, 10), status: STATUS.exec(failed)?.[1] ?? '5.0.0' };
}
