import type { Insatslage } from '../domain/insats/lage.js';
import type { Insatsprofil } from '../domain/insatsprofil.js';
import type { Instant } from '../domain/kalender/kalender.js';
import { kallelsenyckel, motetsSlut, nyaKallelser, type Kallelse, type Kommandemote } from '../domain/kallelse.js';
import { isHeld } from '../domain/motesplan.js';
import type { Transaction } from './client.js';
import { motesfolkSql } from './motesfolk.js';
import { readNewestProfil } from './profil.js';
import { writeUtskick } from './skriv-utskick.js';

/** How many coming meetings of a team people are invited to; the others when there is a reason to. */
const KALLAS_TILL = 2;

/**
 * Tells people's calendars what is so of the coming meetings of an insats, where they do not know it: written as mails with a
 * calendar part. Belongs in the transaction of whatever changed the meetings or who comes to them; called again it writes
 * nothing. Holds the insats's row, before any of its meetings'.
 *
 * @param nu the moment of that transaction, ISO
 */
export async function writeKallelser(tx: Transaction, insatsId: string, nu: Instant): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM insats WHERE id = ${insatsId}::uuid FOR NO KEY UPDATE`;
  const insats = await tx.insats.findUniqueOrThrow({ where: { id: insatsId }, select: { lage: true } });
  const lage = insats.lage as Insatslage | null;
  if (!lage) return;
  const { profil } = await readNewestProfil(tx, insatsId);
  const team = await tx.team.findMany({ where: { insatsId }, select: { id: true, kod: true } });
  const moten: Kommandemote[] = [];
  for (const one of team) moten.push(...(await readMoten(tx, one, { lage, profil, nu })));
  const sagt = await readSagt(tx, moten);
  const alla = nyaKallelser(moten, sagt, nu);
  const inkallade = await readInkallade(tx, alla);
  const avbojt = await readAvbojt(tx, alla);
  // the team counts on who is called in: she hears of it, however little she wants to
  const slagOf = (one: Kallelse) => (!one.installd && inkallade.has(nameOf(one)) ? 'inkallelse' : 'kallelse');
  const nya = alla.filter((one) => slagOf(one) === 'inkallelse' || !avbojt.has(one.anvandareId));
  for (const kallelse of nya) await keep(tx, kallelse);
  await writeUtskick(
    tx,
    nya.map((kallelse) => ({
      om: { insatsId },
      slag: slagOf(kallelse),
      sekvens: kallelse.sekvens,
      nyckel: kallelsenyckel(kallelse),
      mottagareId: kallelse.anvandareId,
    })),
    { nu },
  );
}

interface Grund {
  readonly lage: Insatslage;
  readonly profil: Insatsprofil;
  readonly nu: Instant;
}

/** The coming meetings of a team; those that the cadence gives next are made. */
async function readMoten(
  tx: Transaction,
  team: { readonly id: string; readonly kod: string },
  { lage, profil, nu }: Grund,
): Promise<Kommandemote[]> {
  const planerade = (lage.moten[team.kod] ?? []).map(({ borjar }) => borjar).filter((borjar) => borjar > nu);
  const platser = await tx.teammedlem.findMany({
    where: { teamId: team.id, anvandare: { aktiv: true } },
    select: { anvandareId: true },
  });
  const alltid = await tx.$queryRaw<{ anvandareId: string }[]>`
    SELECT f."anvandareId" FROM ${motesfolkSql} f WHERE f."teamId" = ${team.id}::uuid`;
  // a team that nobody sits in does not meet
  const kallas = planerade.slice(0, platser.length > 0 ? KALLAS_TILL : 0);
  await tx.mote.createMany({ data: kallas.map((borjar) => ({ teamId: team.id, borjar })), skipDuplicates: true });
  const rows = await tx.mote.findMany({ where: { teamId: team.id, borjar: { gt: nu } }, orderBy: { borjar: 'asc' } });
  const ids = { in: rows.map(({ id }) => id) };
  const inkallade = await tx.motesdeltagare.findMany({
    where: { moteId: ids, inkallad: true, anvandareId: { in: platser.map(({ anvandareId }) => anvandareId) } },
    select: { moteId: true, anvandareId: true },
  });
  const punkter = await tx.motespunkt.groupBy({ by: ['moteId'], where: { moteId: ids, utgatt: false }, _count: true });
  const { moten, platser: slots } = profil.team.find(({ kod }) => kod === team.kod) ?? profil.team[0];
  return rows.map(({ id, borjar, installt, extra }) => {
    const arenden = punkter.find(({ moteId }) => moteId === id)?._count ?? 0;
    const hers = inkallade.filter(({ moteId }) => moteId === id);
    return {
      moteId: id,
      borjar: borjar.toISOString(),
      slutar: motetsSlut(borjar.toISOString(), { moten, platser: slots }),
      halls: isHeld({ borjar: borjar.toISOString(), installt, extra, arenden }, planerade),
      // somebody has decided on a meeting that is not of the cadence: its team hears of it at once
      kallas: arenden > 0 || extra || hers.length > 0 || kallas.includes(borjar.toISOString()),
      deltar: [...new Set([...alltid, ...hers].map(({ anvandareId }) => anvandareId))],
    };
  });
}

async function readSagt(tx: Transaction, moten: readonly Kommandemote[]): Promise<Kallelse[]> {
  const rows = await tx.kallelse.findMany({ where: { moteId: { in: moten.map(({ moteId }) => moteId) } } });
  return rows.map(({ borjar, slutar, ...row }) => ({
    ...row,
    borjar: borjar.toISOString(),
    slutar: slutar.toISOString(),
  }));
}

/** Those who want no mails for their calendars: what theirs have is left as it is, until they want them again. */
async function readAvbojt(tx: Transaction, nya: readonly Kallelse[]): Promise<ReadonlySet<string>> {
  const rows = await tx.aviseringsval.findMany({
    where: { slag: 'kallelse', satt: 'inte', anvandareId: { in: nya.map(({ anvandareId }) => anvandareId) } },
    select: { anvandareId: true },
  });
  return new Set(rows.map(({ anvandareId }) => anvandareId));
}

async function keep(tx: Transaction, { moteId, anvandareId, ...said }: Kallelse): Promise<void> {
  await tx.kallelse.upsert({
    where: { moteId_anvandareId: { moteId, anvandareId } },
    create: { moteId, anvandareId, ...said },
    update: said,
  });
}

const nameOf = ({ moteId, anvandareId }: Pick<Kallelse, 'moteId' | 'anvandareId'>): string =>
  `${moteId} ${anvandareId}`;

/** Who comes because she was called in, and is told so. */
async function readInkallade(tx: Transaction, nya: readonly Kallelse[]): Promise<Set<string>> {
  const rows = await tx.motesdeltagare.findMany({
    where: { moteId: { in: nya.map(({ moteId }) => moteId) }, inkallad: true },
    select: { moteId: true, anvandareId: true },
  });
  return new Set(rows.map(nameOf));
}
