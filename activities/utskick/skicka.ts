import { ApplicationFailure } from '@temporalio/common';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import type { PrismaClient } from '../../prisma/client.js';
import type { Utskicksberoenden } from '../utskick.js';
import { writeBrev, type SkrivetBrev } from './brev.js';
import { brevHtml } from './brev-html.js';
import { brevText } from './brev-text.js';
import { brevhuvud } from './brevhuvud.js';
import { insatsbrev } from './insatsbrev.js';
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
  const rad = await prisma.utskick.findUniqueOrThrow({
    where: { id: utskickId },
    select: { id: true, insatsId: true, slag: true, status: true },
  });
  if (rad.status !== 'vantar') return;

  const now = await klocka.now();
  const mark = async (marking: { status: string; skickat?: Date; fel?: string }) => {
    await prisma.utskick.updateMany({ where: { id: rad.id, status: 'vantar' }, data: marking });
    logger.info({ utskick: rad.id, slag: rad.slag, ...marking }, 'mail');
  };
  const write = rad.insatsId === null ? arendebrev : insatsbrev;
  const skrivet = await write(prisma, utskickId, dayOf(now));
  if (!skrivet) return mark({ status: 'inaktuellt' });

  const { brev } = skrivet;
  const lank = `${baseUrl}${skrivet.sida}`;
  const leverans = await post.send({
    ...brevhuvud(skrivet.rad, skrivet.om, mailFrom),
    to: skrivet.rad.mottagare.epost,
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

/** A mail about an ärende, or `undefined` when it has nothing to say any longer. */
async function arendebrev(prisma: PrismaClient, id: string, idag: Dag): Promise<SkrivetBrev | undefined> {
  const rad = await loadUtskick(prisma, id, idag);
  const underlag = underlagFor(rad, idag);
  return underlag && { rad, om: underlag.nummer, sida: underlag.sida, brev: writeBrev(rad.slag, underlag) };
}
