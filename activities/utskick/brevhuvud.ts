import { createHash } from 'node:crypto';
import type { Dag } from '../../domain/kalender/kalender.js';
import type { Forsandelse } from './post.js';
import type { Utskicksrad } from './load.js';

/** What a mail is, as far as its headers tell. */
type Brevrad = Pick<Utskicksrad, 'slag' | 'sekvens' | 'nyckel'> & {
  readonly mottagare: Pick<Utskicksrad['mottagare'], 'id'>;
};

/** What a mail's headers hold beside whom it goes to and what it says. */
export type Huvud = Pick<Forsandelse, 'from' | 'messageId' | 'inReplyTo' | 'references' | 'headers'>;

/**
 * The headers of a mail. The Message-ID is made of what the mail is, so that a mail that has to be sent again is
 * recognised as the same one; all mails of an ärende, or of an insats, form one thread under an id that none of them bears.
 *
 * @param om what they all are about: the ärende's number, the insats's code
 * @param mailFrom `noreply@example.se` or `Name <noreply@example.se>`
 */
export function brevhuvud({ slag, sekvens, nyckel, mottagare }: Brevrad, om: string, mailFrom: string): Huvud {
  const host = hostOf(mailFrom);
  const nummer = om.toLowerCase();
  const en = createHash('sha256').update(`${nyckel} ${mottagare.id}`).digest('hex').slice(0, 16);
  const thread = `<${nummer}@${host}>`;
  return {
    from: mailFrom,
    messageId: `<${nummer}.${slag}.${sekvens}.${en}@${host}>`,
    inReplyTo: thread,
    references: thread,
    headers: AUTOMATIC,
  };
}

/** No holiday answers, neither from people's mailboxes nor from Exchange, which looks at a header of its own. */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } as const;

/** The headers of a morning's mail: one of a person and day, in no thread. */
export function sammanstallningshuvud(mottagareId: string, dag: Dag, mailFrom: string): Huvud {
  const en = createHash('sha256').update(`${dag} ${mottagareId}`).digest('hex').slice(0, 16);
  return { from: mailFrom, messageId: `<sammanstallning.${dag}.${en}@${hostOf(mailFrom)}>`, headers: AUTOMATIC };
}

const hostOf = (address: string): string => /@([^@>\s]+)>?\s*$/.exec(address)?.[1] ?? 'localhost';
