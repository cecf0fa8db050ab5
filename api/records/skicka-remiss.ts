import { svenskKalender } from '../../domain/kalender/svensk.js';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import type { PrismaClient, Transaction } from '../../prisma/client.js';
import { findOrCreateIndivid, linkSammaPerson, tellOmSkydd } from '../../prisma/individ.js';
import { createArende, readMottagare } from '../../prisma/nytt-arende.js';
import { openedTo, writeRemiss } from './remissrader.js';

export interface SkickaRemissInput {
  readonly remittent: { readonly id: string; readonly verksamhetId: string };
  readonly innehall: Remissinnehall;
  /** The moment of sending, ISO; the number's year is the Swedish year of it. */
  readonly nu: string;
  /** The draft that is sent. A draft sent twice is one ärende. */
  readonly utkastId?: string | undefined;
}

export interface SkickadRemiss {
  readonly arendeId: string;
  readonly nummer: string;
}

/** A draft that is not there, or is somebody else's. */
export class UtkastSaknas extends Error {
  override readonly name = 'UtkastSaknas';
}

/** Many who send in the same second wait for each other's number. */
const WAIT = { maxWait: 15_000, timeout: 30_000 };

/**
 * Sends a remiss: one SQL transaction that makes the ärende with its number and everything that goes with it, and the
 * row that tells the engine to start its workflow. The engine may be down.
 *
 * @returns the ärende; the same one when the draft was sent before
 * @throws UtkastSaknas when `utkastId` is not a draft of the remittent's
 */
export async function skickaRemiss(prisma: PrismaClient, input: SkickaRemissInput): Promise<SkickadRemiss> {
  return prisma.$transaction(async (tx) => (await alreadySent(tx, input)) ?? send(tx, input), WAIT);
}

/** Holds the draft until the transaction ends, so that the second of two clicks sees what the first one made. */
async function alreadySent(
  tx: Transaction,
  { remittent, utkastId }: SkickaRemissInput,
): Promise<SkickadRemiss | undefined> {
  if (utkastId === undefined) return undefined;
  const [utkast] = await tx.$queryRaw<{ agareId: string }[]>`
    SELECT "agareId" FROM utkast WHERE id = ${utkastId}::uuid FOR UPDATE`;
  if (utkast?.agareId !== remittent.id) throw new UtkastSaknas();
  const arende = await tx.arende.findUnique({ where: { utkastId }, select: { id: true, nummer: true } });
  return arende ? { arendeId: arende.id, nummer: arende.nummer } : undefined;
}

async function send(tx: Transaction, { remittent, innehall, nu, utkastId }: SkickaRemissInput): Promise<SkickadRemiss> {
  const { person } = innehall;
  const mottagare = await readMottagare(tx, innehall.insats, person.kommun);
  const individ = await findOrCreateIndivid(tx, person);
  const arende = await createArende(tx, {
    mottagare,
    individId: individ.id,
    remittentId: remittent.id,
    inkommen: {
      syfte: innehall.syfte,
      identifierad: person.identifierad,
      samtycken: openedTo(innehall, mottagare.team.verksamheter, svenskKalender.dayOf(nu)),
      samtyckesperioder: innehall.samtycken.map(({ verksamhet, giltigtFran: fran, giltigtTill: till }) => ({
        verksamhet,
        fran,
        ...(till === undefined ? {} : { till }),
      })),
      remittentVerksamhet: remittent.verksamhetId,
      nollplacerad: innehall.nollplacerad,
      skyndsam: innehall.skyndsamSkal !== undefined,
      ...(individ.skyddad ? { skyddad: true } : {}),
      ...(individ.skyddad && !(person.identifierad && person.skyddad) ? { skyddFranAnnat: true } : {}),
    },
    nu,
    upphov: { av: remittent.id, handling: 'skicka_remiss', grund: 'remittent' },
    utkastId,
  });
  await writeRemiss(tx, { arendeId: arende.arendeId, remittent, innehall, nu });
  await linkSammaPerson(tx, arende.arendeId, nu);
  await tellOmSkydd(tx, arende.arendeId, nu);
  // what was typed stands in the ärende now; a second copy would outlive its gallring
  if (utkastId !== undefined) {
    await tx.utkast.update({ where: { id: utkastId }, data: { skickad: nu, andrad: nu, innehall: {} } });
    await tx.bilaga.updateMany({ where: { utkastId }, data: { arendeId: arende.arendeId, utkastId: null } });
  }
  return arende;
}
