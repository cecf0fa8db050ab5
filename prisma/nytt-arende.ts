import type { Forandring } from '../domain/forandring.js';
import { svenskKalender } from '../domain/kalender/svensk.js';
import { teamForKommun, type Insatsprofil } from '../domain/insatsprofil.js';
import type { Dag, Instant } from '../domain/kalender/kalender.js';
import { receive, type Inkommen } from '../domain/mottagning.js';
import type { Transaction } from './client.js';
import { readNewestProfil } from './profil.js';
import { arendeColumns, writeForandring, type Upphov } from './skriv-forandring.js';

/** The insats that receives a remiss: its newest profile, and the team for the person's kommun. */
export interface Mottagarinsats {
  readonly id: string;
  readonly kod: string;
  readonly nummerprefix: string;
  readonly huvudmanId: string;
  /** Closed for new remisser from this day. */
  readonly stangd: Date | null;
  readonly profil: Insatsprofil;
  readonly profilversion: number;
  readonly team: { readonly id: string; readonly kod: string; readonly verksamheter: readonly string[] };
}

/**
 * Reads the insats that receives a remiss.
 *
 * @param kod code of the insats
 * @param kommun kommunkod of the person, which chooses the team
 * @throws when there is no such insats, or when it has no profile or not the profile's team
 */
export async function readMottagare(tx: Transaction, kod: string, kommun: string): Promise<Mottagarinsats> {
  const { team: alla, ...insats } = await tx.insats.findUniqueOrThrow({
    where: { kod },
    select: {
      id: true,
      kod: true,
      nummerprefix: true,
      huvudmanId: true,
      stangd: true,
      team: { select: { id: true, kod: true, medlemmar: { select: { verksamhetId: true } } } },
    },
  });
  // after the teams and not beside them: one connection answers one question at a time
  const { profil, version: profilversion } = await readNewestProfil(tx, insats.id);
  const vald = teamForKommun(profil, kommun).kod;
  const team = alla.find((one) => one.kod === vald);
  if (!team) throw new Error(`The insats ${kod} has no team ${vald}`);
  return {
    ...insats,
    profil,
    profilversion,
    team: {
      id: team.id,
      kod: team.kod,
      verksamheter: [...new Set(team.medlemmar.map(({ verksamhetId }) => verksamhetId))],
    },
  };
}

/** What a new ärende is made from; the rest of its first state is the receiving insats's. */
export interface NyttArende {
  readonly mottagare: Mottagarinsats;
  readonly individId: string;
  readonly remittentId: string;
  readonly inkommen: Omit<Inkommen, 'arendeId' | 'nummer' | 'insats' | 'profilversion' | 'team' | 'huvudman'>;
  /** The moment, ISO; the number's year is the Swedish year of it. */
  readonly nu: Instant;
  readonly upphov: Upphov;
  /** The draft that it was sent from. */
  readonly utkastId?: string | undefined;
}

/**
 * Makes an ärende in the transaction at hand: its number, its row with the first state, timeline, task and receipt, and
 * the outbox row that tells the engine to start its workflow. What was sent is written beside it by the caller.
 *
 * @returns the ärende's id and number
 */
export async function createArende(
  tx: Transaction,
  { mottagare, individId, remittentId, inkommen, nu, upphov, utkastId }: NyttArende,
): Promise<{ arendeId: string; nummer: string }> {
  const arendeId = crypto.randomUUID();
  const nummer = await nextNummer(tx, mottagare, svenskKalender.dayOf(nu));
  const forandring = receive(
    {
      ...inkommen,
      arendeId,
      nummer,
      insats: mottagare.kod,
      profilversion: mottagare.profilversion,
      team: mottagare.team.kod,
      huvudman: mottagare.huvudmanId,
    },
    { nu, profil: mottagare.profil, kalender: svenskKalender },
  );
  await writeRow(tx, forandring, { mottagare, individId, nu, utkastId });
  const krets = { insatsId: mottagare.id, teamId: mottagare.team.id, remittentId, koordinatorId: null };
  await writeForandring(tx, forandring, undefined, krets, upphov);
  await tx.motoruppdrag.create({ data: { slag: 'arende', refId: arendeId, skapat: nu }, select: { id: true } });
  return { arendeId, nummer };
}

const writeRow = (
  tx: Transaction,
  { lage }: Forandring,
  { mottagare, individId, nu, utkastId }: Pick<NyttArende, 'mottagare' | 'individId' | 'nu' | 'utkastId'>,
) =>
  tx.arende.create({
    data: {
      id: lage.arendeId,
      nummer: lage.nummer,
      insatsId: mottagare.id,
      profilversion: mottagare.profilversion,
      teamId: mottagare.team.id,
      individId,
      utkastId: utkastId ?? null,
      skapad: nu,
      ...arendeColumns(lage),
    },
    select: { id: true },
  });

/** The next number of the insats and year. The row stays locked until the transaction ends, so no number is lost. */
async function nextNummer(tx: Transaction, insats: Mottagarinsats, idag: Dag): Promise<string> {
  const ar = Number(idag.slice(0, 4));
  const [row] = await tx.$queryRaw<{ senaste: number }[]>`
    INSERT INTO nummerserie ("insatsId", ar, senaste) VALUES (${insats.id}::uuid, ${ar}, 1)
    ON CONFLICT ("insatsId", ar) DO UPDATE SET senaste = nummerserie.senaste + 1
    RETURNING senaste`;
  if (!row) throw new Error(`No number for ${insats.nummerprefix}`);
  return `${insats.nummerprefix}-${ar}-${String(row.senaste).padStart(4, '0')}`;
}
