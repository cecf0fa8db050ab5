import type { Logger } from 'pino';
import type { Instant } from '../domain/kalender/kalender.js';
import type { Klocka } from '../domain/klocka.js';
import type { PrismaClient } from '../prisma/client.js';
import type { Post } from './utskick/post.js';
import { skickaSammanstallning } from './utskick/sammanstallning.js';
import { skickaUtskick } from './utskick/skicka.js';

/** The activities that send mail, as a mail's workflow sees them. */
export interface Utskicksaktiviteter {
  skickaUtskick(utskickId: string): Promise<Instant | undefined>;
  skickaSammanstallning(sammanstallningId: string): Promise<Instant | undefined>;
}

/** What sending a mail needs. */
export interface Utskicksberoenden {
  readonly prisma: PrismaClient;
  readonly klocka: Klocka;
  readonly logger: Logger;
  readonly post: Post;
  /** `noreply@example.se` or `Name <noreply@example.se>` */
  readonly mailFrom: string;
  /** Public address of the pages, without a slash at its end. */
  readonly baseUrl: string;
}

/** The mail activities bound to a database, a clock and a mail server. */
export const createUtskicksaktiviteter = (beroenden: Utskicksberoenden): Utskicksaktiviteter => ({
  skickaUtskick: (utskickId) => skickaUtskick(beroenden, utskickId),
  skickaSammanstallning: (id) => skickaSammanstallning(beroenden, id),
});
