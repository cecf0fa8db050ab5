import { svenskKalender } from '../../domain/kalender/svensk.js';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Dag, Instant } from '../../domain/kalender/kalender.js';
import { tidigast } from '../../domain/utskickstid.js';
import { asDag, type PrismaClient, type Transaction } from '../../prisma/client.js';
import type { Utskicksberoenden } from '../utskick.js';
import { sammanstallningshuvud } from './brevhuvud.js';
import { forsandelse } from './forsandelse.js';
import { skrivBrev, smtpFailure, type Brevsak } from './skicka.js';
import { sammanstallningsbrev, type Samladrad } from './sammanstallningsbrev.js';

/**
 * Sends the morning's mail of one person: everything that waits to be told her in it and still is true, in one mail.
 *
 * What it tells of is claimed before it is sent. When the server surely did not take it the claim is given back, so that
 * after days without a mail server there is one mail to send and not one for each day. When only the answer is missing, or
 * the process was killed before it marked the mail, the claim stays until the server says yes or no: the same is sent again
 * under the same Message-ID.
 *
 * @returns when it may go, if that is not now
 * @throws a retryable failure of type `SmtpFel` when the server cannot take it now
 */
export async function skickaSammanstallning(beroenden: Utskicksberoenden, id: string): Promise<Instant | undefined> {
  const { prisma, klocka, logger, post, mailFrom, baseUrl } = beroenden;
  const now = await klocka.now();
  const nu = now.toISOString();
  const first = tidigast(nu, svenskKalender);
  const claim = await prisma.$transaction((tx) => claimRows(tx, id, nu, first > nu));
  if (claim === undefined) return undefined;
  if ('gar' in claim) return claim.gar;

  const { mottagare, dag, rader } = claim;
  const mark = async (marking: { status: string; skickat?: Date; fel?: string }, sanna: readonly string[]) => {
    await markAll(prisma, id, marking, sanna);
    logger.info({ sammanstallning: id, rader: sanna.length, ...marking }, 'mail');
    return undefined;
  };
  const samlade = await writeRows(prisma, rader, dayOf(now));
  if (!mottagare.aktiv || samlade.length === 0) return mark({ status: 'inaktuellt' }, []);

  const huvud = sammanstallningshuvud(mottagare.id, dag, mailFrom);
  await prisma.sammanstallning.update({ where: { id }, data: { messageId: huvud.messageId } });
  const skrivet = { brev: sammanstallningsbrev(samlade, dayOf(now)), sida: '/uppgifter', rad: { mottagare } };
  const leverans = await post.send(forsandelse(skrivet, huvud, { baseUrl, now }));
  const sanna = samlade.map((rad) => rad.id);
  switch (leverans.utfall) {
    case 'taken':
      return mark({ status: 'skickat', skickat: now }, sanna);
    case 'refused':
      return mark({ status: 'misslyckat', fel: leverans.kod }, sanna);
    case 'later':
      // what an earlier try may have handed over is not taken back by a server that is away now
      if (claim.ny && !leverans.osakert) await giveBack(prisma, id);
      throw smtpFailure(leverans);
  }
}

interface Claim {
  readonly mottagare: { readonly id: string; readonly epost: string; readonly aktiv: boolean };
  readonly dag: Dag;
  readonly rader: readonly Brevsak[];
  /** Whether no earlier try can have reached the server. */
  readonly ny: boolean;
}

/**
 * Holds the mail and takes along what waits for its reader: what an earlier try took, or else everything up to now, of
 * earlier mornings too. Who writes to it meanwhile waits, and puts what she writes on the next one.
 *
 * @returns the claim; when it may go, if that is not now; `undefined` when it does not wait any longer
 */
async function claimRows(
  tx: Transaction,
  id: string,
  nu: Instant,
  utanforArbetstid: boolean,
): Promise<Claim | { readonly gar: Instant } | undefined> {
  await tx.$queryRaw`SELECT 1 FROM sammanstallning WHERE id = ${id}::uuid FOR UPDATE`;
  const { mottagare, dag, gar, status } = await tx.sammanstallning.findUniqueOrThrow({
    where: { id },
    select: {
      dag: true,
      gar: true,
      status: true,
      mottagare: { select: { id: true, epost: true, aktiv: true } },
    },
  });
  if (status !== 'vantar' && status !== 'pagar') return undefined;
  const planned = gar.toISOString();
  if (planned > nu) return { gar: planned };
  if (utanforArbetstid) {
    const later = tidigast(nu, svenskKalender);
    await tx.sammanstallning.update({ where: { id }, data: { gar: later } });
    return { gar: later };
  }
  const vantar = { mottagareId: mottagare.id, status: 'vantar', satt: 'samlat' };
  const ny = status === 'vantar';
  if (ny) {
    await tx.utskick.updateMany({
      where: { ...vantar, sammanstallningId: null, gar: { lte: nu } },
      data: { sammanstallningId: id },
    });
    await tx.sammanstallning.update({ where: { id }, data: { status: 'pagar' } });
  }
  const rader = await tx.utskick.findMany({
    where: { ...vantar, sammanstallningId: id },
    orderBy: [{ skapat: 'asc' }, { id: 'asc' }],
    select: { id: true, insatsId: true, overlamningId: true, franvaroId: true },
  });
  return { mottagare, dag: asDag(dag), rader, ny };
}

/** What is still true of what was claimed, as it reads today. */
async function writeRows(prisma: PrismaClient, rader: readonly Brevsak[], idag: Dag): Promise<Samladrad[]> {
  const skrivna: Samladrad[] = [];
  for (const rad of rader) {
    const skrivet = await skrivBrev(prisma, rad, idag);
    if (skrivet) skrivna.push({ id: rad.id, sida: skrivet.sida, ...skrivet.brev.rad });
  }
  return skrivna;
}

async function markAll(
  prisma: PrismaClient,
  id: string,
  marking: { status: string; skickat?: Date; fel?: string },
  sanna: readonly string[],
): Promise<void> {
  const hers = { sammanstallningId: id, status: 'vantar' };
  await prisma.$transaction([
    prisma.utskick.updateMany({ where: { ...hers, id: { in: [...sanna] } }, data: marking }),
    prisma.utskick.updateMany({ where: { ...hers, id: { notIn: [...sanna] } }, data: { status: 'inaktuellt' } }),
    // a report that it came back may have been faster
    prisma.sammanstallning.updateMany({ where: { id, status: 'pagar' }, data: marking }),
  ]);
}

async function giveBack(prisma: PrismaClient, id: string): Promise<void> {
  await prisma.$transaction([
    prisma.utskick.updateMany({
      where: { sammanstallningId: id, status: 'vantar' },
      data: { sammanstallningId: null },
    }),
    prisma.sammanstallning.update({ where: { id, status: 'pagar' }, data: { status: 'vantar' } }),
  ]);
}
