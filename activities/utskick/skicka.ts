import { createHash } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { garGenast } from '../../domain/aviseringsval.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Dag, Instant } from '../../domain/kalender/kalender.js';
import { tidigast } from '../../domain/utskickstid.js';
import type { PrismaClient } from '../../prisma/client.js';
import type { Utskicksberoenden } from '../utskick.js';
import { writeBrev, type SkrivetBrev } from './brev.js';
import { brevhuvud } from './brevhuvud.js';
import { forsandelse } from './forsandelse.js';
import { ersattningsbrev } from './ersattningsbrev.js';
import { insatsbrev } from './insatsbrev.js';
import { loadUtskick, type Utskicksrad } from './load.js';
import { overlamningsbrev } from './overlamningsbrev.js';
import type { Leverans } from './post.js';
import { underlagFor, type Brevunderlag } from './underlag.js';

/** The type of the failure that makes a mail's workflow try again; its message is the mail server's code alone. */
export const SMTP_FEL = 'SmtpFel';

/** The failure that has a mail tried again; no cause: the server's answer repeats the recipient's address. */
export const smtpFailure = ({ kod }: Extract<Leverans, { utfall: 'later' }>): ApplicationFailure =>
  ApplicationFailure.retryable(`SMTP ${kod}`, SMTP_FEL);

/**
 * Sends one mail, written from what is true today, and marks its row: `skickat`, `misslyckat` with the server's code when
 * it is refused for good, `inaktuellt` when there is nothing left to say. A mail that no longer waits is left alone.
 *
 * Killed between the server's yes and the mark, it sends the same mail once more, under the same Message-ID.
 *
 * @returns when it may go, if that is not now: working hours have not begun, or are over
 * @throws a retryable failure of type {@link SMTP_FEL} when the server cannot take it now
 */
export async function skickaUtskick(beroenden: Utskicksberoenden, utskickId: string): Promise<Instant | undefined> {
  const { prisma, klocka, logger, post, mailFrom, baseUrl } = beroenden;
  const rad = await prisma.utskick.findUniqueOrThrow({
    where: { id: utskickId },
    select: { id: true, insatsId: true, overlamningId: true, franvaroId: true, slag: true, status: true, gar: true },
  });
  if (rad.status !== 'vantar') return undefined;

  const now = await klocka.now();
  const later = garSenare(rad, now.toISOString());
  if (later !== undefined) {
    await prisma.utskick.update({ where: { id: rad.id }, data: { gar: later } });
    return later;
  }
  const mark = async (marking: { status: string; skickat?: Date; fel?: string }) => {
    await prisma.utskick.updateMany({ where: { id: rad.id, status: 'vantar' }, data: marking });
    logger.info({ utskick: rad.id, slag: rad.slag, ...marking }, 'mail');
    return undefined;
  };
  const skrivet = await skrivBrev(prisma, rad, dayOf(now));
  if (!skrivet) return mark({ status: 'inaktuellt' });

  const huvud = brevhuvud(skrivet.rad, skrivet.om, mailFrom);
  await prisma.utskick.update({ where: { id: rad.id }, data: { messageId: huvud.messageId } });
  const leverans = await post.send(forsandelse(skrivet, huvud, { baseUrl, now }));
  switch (leverans.utfall) {
    case 'taken':
      return mark({ status: 'skickat', skickat: now });
    case 'refused':
      return mark({ status: 'misslyckat', fel: leverans.kod });
    case 'later':
      throw smtpFailure(leverans);
  }
}

/** When a mail may go, if that is not now. Some go at any hour. */
function garSenare({ slag, gar }: { slag: string; gar: Date | null }, nu: Instant): Instant | undefined {
  if (garGenast(slag)) return undefined;
  const planned = gar?.toISOString() ?? nu;
  const first = tidigast(planned > nu ? planned : nu, svenskKalender);
  return first > nu ? first : undefined;
}

/** What a mail is about, as its row tells it. */
export interface Brevsak {
  readonly id: string;
  readonly insatsId: string | null;
  readonly overlamningId: string | null;
  readonly franvaroId: string | null;
}

/** A mail as it reads on a day, or `undefined` when it has nothing to say any longer. */
export function skrivBrev(prisma: PrismaClient, { id, insatsId, overlamningId, franvaroId }: Brevsak, idag: Dag) {
  if (overlamningId !== null) return overlamningsbrev(prisma, id);
  if (franvaroId !== null) return ersattningsbrev(prisma, id, idag);
  return insatsId === null ? arendebrev(prisma, id, idag) : insatsbrev(prisma, id, idag);
}

/** A mail about an ärende, or `undefined` when it has nothing to say any longer. */
async function arendebrev(prisma: PrismaClient, id: string, idag: Dag): Promise<SkrivetBrev | undefined> {
  const rad = await loadUtskick(prisma, id, idag);
  const underlag = underlagFor(rad, idag);
  return underlag && { rad, om: omFor(rad, underlag), sida: underlag.sida, brev: writeBrev(rad.slag, underlag) };
}

/** What the headers are made of: the number, or something that is one ärende's and does not tell which. */
const omFor = ({ arendeId }: Utskicksrad, { nummer, utanNummer }: Brevunderlag): string =>
  utanNummer ? `arende-${createHash('sha256').update(arendeId).digest('hex').slice(0, 12)}` : nummer;
