import { ApplicationFailure } from '@temporalio/common';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Utskicksberoenden } from '../utskick.js';
import { writeBrev } from './brev.js';
import { brevHtml } from './brev-html.js';
import { brevText } from './brev-text.js';
import { brevhuvud } from './brevhuvud.js';
import { loadUtskick } from './load.js';
import { underlagFor } from './underlag.js';

/** The type of the failure that makes a mail's workflow try again; its message is the mail server's code alone. */
export const SMTP_FEL = 'SmtpFel';

/**
 * Sends one mail, written from what is true today, and marks its row: `skickat`, `misslyckat` with the server's code when
 * it is refused for good, `inaktuellt` when there is nothing left to say. A mail that no longer waits is left alone.
 *
 * Killed between the server's yes and the mark, it sends the same mail once more, under the same Message-ID.
 *
 * @throws a retryable failure of type {@link SMTP_FEL} when the server cannot take it now
 */
export async function skickaUtskick(beroenden: Utskicksberoenden, utskickId: string): Promise<void> {
  const { prisma, klocka, logger, post, mailFrom, baseUrl } = beroenden;
  const rad = await loadUtskick(prisma, utskickId);
  if (rad.status !== 'vantar') return;

  const now = await klocka.now();
  const mark = async (marking: { status: string; skickat?: Date; fel?: string }) => {
    await prisma.utskick.updateMany({ where: { id: rad.id, status: 'vantar' }, data: marking });
    logger.info({ utskick: rad.id, slag: rad.slag, ...marking }, 'mail');
  };
  const underlag = underlagFor(rad, dayOf(now));
  if (!underlag) return mark({ status: 'inaktuellt' });

  const brev = writeBrev(rad.slag, underlag);
  const lank = `${baseUrl}${underlag.sida}`;
  const leverans = await post.send({
    ...brevhuvud(rad, mailFrom),
    to: rad.mottagare.epost,
    subject: brev.amne,
    text: brevText(brev, lank),
    html: brevHtml(brev, lank),
    date: now,
  });
  switch (leverans.utfall) {
    case 'taken':
      return mark({ status: 'skickat', skickat: now });
    case 'refused':
      return mark({ status: 'misslyckat', fel: leverans.kod });
    case 'later':
      // no cause: the server's answer repeats the recipient's address, and failures are kept for years
      throw ApplicationFailure.retryable(`SMTP ${leverans.kod}`, SMTP_FEL);
  }
}
