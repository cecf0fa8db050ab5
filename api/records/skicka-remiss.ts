import { svenskKalender } from '../../domain/kalender/svensk.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { receive } from '../../domain/mottagning.js';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import type { PrismaClient, Transaction } from '../../prisma/client.js';
import { asProfil } from '../../prisma/profil.js';
import { arendeColumns, writeForandring } from '../../prisma/skriv-forandring.js';
import { openedTo, writeRemiss } from './remissrader.js';
import { findOrCreateIndivid } from './individ.js';

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
  const mottagare = await readMottagare(tx, innehall.insats);
  const individId = await findOrCreateIndivid(tx, innehall.person);
  const idag = svenskKalender.dayOf(nu);
  const arendeId = crypto.randomUUID();
  const nummer = await nextNummer(tx, mottagare, Number(idag.slice(0, 4)));
  const forandring = receive(
    {
      arendeId,
      nummer,
      insats: innehall.insats,
      profilversion: mottagare.profilversion,
      team: mottagare.team.kod,
      syfte: innehall.syfte,
      identifierad: innehall.person.identifierad,
      samtycken: openedTo(innehall, mottagare.team.verksamheter, idag),
    },
    { nu, profil: mottagare.profil, kalender: svenskKalender },
  );

  await tx.arende.create({
    data: {
      id: arendeId,
      nummer,
      insatsId: mottagare.id,
      profilversion: mottagare.profilversion,
      teamId: mottagare.team.id,
      individId,
      utkastId: utkastId ?? null,
      skapad: nu,
      ...arendeColumns(forandring.lage),
    },
    select: { id: true },
  });
  await writeRemiss(tx, { arendeId, remittent, innehall, nu });
  const krets = { insatsId: mottagare.id, teamId: mottagare.team.id, remittentId: remittent.id, koordinatorId: null };
  await writeForandring(tx, forandring, { senasteUppgift: 0 }, krets, { av: remittent.id, handling: 'skicka_remiss' });
  await tx.motoruppdrag.create({ data: { slag: 'arende', refId: arendeId, skapat: nu }, select: { id: true } });
  // what was typed stands in the ärende now; a second copy would outlive its gallring
  if (utkastId !== undefined)
    await tx.utkast.update({ where: { id: utkastId }, data: { skickad: nu, andrad: nu, innehall: {} } });
  return { arendeId, nummer };
}

interface Mottagarinsats {
  readonly id: string;
  readonly nummerprefix: string;
  readonly profil: Insatsprofil;
  readonly profilversion: number;
  readonly team: { readonly id: string; readonly kod: string; readonly verksamheter: readonly string[] };
}

/** The insats with its newest profile, and the profile's first team. */
async function readMottagare(tx: Transaction, kod: string): Promise<Mottagarinsats> {
  const insats = await tx.insats.findUniqueOrThrow({
    where: { kod },
    select: {
      id: true,
      nummerprefix: true,
      profiler: { orderBy: { version: 'desc' }, take: 1, select: { version: true, innehall: true } },
      team: { select: { id: true, kod: true, medlemmar: { select: { verksamhetId: true } } } },
    },
  });
  const [newest] = insats.profiler;
  if (!newest) throw new Error(`The insats ${kod} has no profile`);
  const profil = asProfil(newest.innehall);
  const team = insats.team.find((one) => one.kod === profil.team[0].kod);
  if (!team) throw new Error(`The insats ${kod} has no team ${profil.team[0].kod}`);
  return {
    id: insats.id,
    nummerprefix: insats.nummerprefix,
    profil,
    profilversion: newest.version,
    team: {
      id: team.id,
      kod: team.kod,
      verksamheter: [...new Set(team.medlemmar.map(({ verksamhetId }) => verksamhetId))],
    },
  };
}

/** The next number of the insats and year. The row stays locked until the transaction ends, so no number is lost. */
async function nextNummer(tx: Transaction, insats: Mottagarinsats, ar: number): Promise<string> {
  const [row] = await tx.$queryRaw<{ senaste: number }[]>`
    INSERT INTO nummerserie ("insatsId", ar, senaste) VALUES (${insats.id}::uuid, ${ar}, 1)
    ON CONFLICT ("insatsId", ar) DO UPDATE SET senaste = nummerserie.senaste + 1
    RETURNING senaste`;
  if (!row) throw new Error(`No number for ${insats.nummerprefix}`);
  return `${insats.nummerprefix}-${ar}-${String(row.senaste).padStart(4, '0')}`;
}
