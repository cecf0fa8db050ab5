import { sattFor, type Aviseringsslag, type Hoppskal } from '../domain/aviseringsval.js';
import type { Dag, Instant } from '../domain/kalender/kalender.js';
import { svenskKalender as kalender } from '../domain/kalender/svensk.js';
import { nastaSammanstallning, tidigast } from '../domain/utskickstid.js';
import { asDate, type Prisma, type Transaction } from './client.js';

/** Something to tell one person, about an ärende or about an insats. */
export interface Utskicksrad {
  readonly om: { readonly arendeId: string } | { readonly insatsId: string };
  readonly slag: Aviseringsslag;
  /** The version of the ärende or the insats that caused it. */
  readonly sekvens: number;
  /** Tells apart several of one kind in one version. */
  readonly nyckel: string;
  readonly mottagareId: string;
  readonly uppgift?: string | undefined;
  readonly forfaller?: Dag | undefined;
  /** Why it is not told, when it only is to stand on the case. */
  readonly skal?: Hoppskal | undefined;
}

/** What the rows of one change have in common. */
export interface Utskicksomstandighet {
  /** The moment of the change, ISO. */
  readonly nu: Instant;
  /** Whether the ärende is skyndsam: its tasks go by themselves. */
  readonly bradskande?: boolean | undefined;
}

/**
 * Writes what people are to be told of, as each wants to hear of it (domain/aviseringsval.ts) and not outside working hours
 * (domain/utskickstid.ts): a mail of its own, a line of the next morning's mail, or a row that says why it was not told.
 * Belongs in the transaction of what caused it, as its last statements; the same row written again is left as it is.
 */
export async function writeUtskick(
  tx: Transaction,
  rader: readonly Utskicksrad[],
  om: Utskicksomstandighet,
): Promise<void> {
  if (rader.length === 0) return;
  const val = await readVal(tx, rader);
  const rows = rader.map((rad) => toRow(rad, val.get(rad.mottagareId), om));
  const skrivna = await tx.utskick.createManyAndReturn({
    data: rows,
    skipDuplicates: true,
    select: { id: true, mottagareId: true, satt: true, status: true, gar: true },
  });
  const vantar = skrivna.filter(({ status }) => status === 'vantar');
  const egna = vantar.filter(({ satt }) => satt === 'direkt').map(({ id }) => id);
  await tx.motoruppdrag.createMany({ data: egna.map((refId) => ({ slag: 'utskick', refId, skapat: om.nu })) });
  await gather(
    tx,
    vantar.filter(({ satt }) => satt === 'samlat'),
    om.nu,
  );
}

/** A person's choices and roles. */
interface Val {
  readonly roller: string[];
  readonly valt: Map<string, string>;
}

async function readVal(tx: Transaction, rader: readonly Utskicksrad[]): Promise<Map<string, Val>> {
  const id = { in: [...new Set(rader.map(({ mottagareId }) => mottagareId))] };
  const roller = await tx.roll.findMany({ where: { anvandareId: id }, select: { anvandareId: true, roll: true } });
  const platser = await tx.teammedlem.findMany({
    where: { anvandareId: id },
    select: { anvandareId: true },
    distinct: ['anvandareId'],
  });
  const valda = await tx.aviseringsval.findMany({ where: { anvandareId: id } });
  const all = new Map<string, Val>(id.in.map((one) => [one, { roller: [], valt: new Map() }]));
  for (const { anvandareId, roll } of roller) all.get(anvandareId)?.roller.push(roll);
  for (const { anvandareId } of platser) all.get(anvandareId)?.roller.push('teamrepresentant');
  for (const { anvandareId, slag, satt } of valda) all.get(anvandareId)?.valt.set(slag, satt);
  return all;
}

function toRow(rad: Utskicksrad, val: Val | undefined, om: Utskicksomstandighet): Prisma.UtskickCreateManyInput {
  const { slag, sekvens, nyckel, mottagareId, uppgift, forfaller, skal } = rad;
  const { roller = [], valt } = val ?? {};
  const satt = sattFor(slag, { roller, valt: valt?.get(slag), bradskande: om.bradskande });
  const why = skal ?? (satt === 'inte' ? 'valt_bort' : undefined);
  return {
    id: crypto.randomUUID(),
    ...rad.om,
    slag,
    sekvens,
    nyckel,
    mottagareId,
    uppgift: uppgift ?? null,
    forfaller: forfaller === undefined ? null : asDate(forfaller),
    skapat: om.nu,
    satt,
    ...(why === undefined ? { gar: garOf(slag, satt, om.nu) } : { status: 'hoppat', skal: why }),
  };
}

/** The receipt for one's own act goes at once, whatever the hour. */
function garOf(slag: Aviseringsslag, satt: string, nu: Instant): Instant {
  if (slag === 'kvitto') return nu;
  return satt === 'samlat' ? nastaSammanstallning(nu, kalender) : tidigast(nu, kalender);
}

interface Samlad {
  readonly id: string;
  readonly mottagareId: string;
  readonly gar: Date | null;
}

/** Puts rows on the morning's mail of each person; on the next one where today's is on its way already. */
async function gather(tx: Transaction, rader: readonly Samlad[], nu: Instant): Promise<void> {
  // in one order, so that two transactions that write to the same people cannot wait for each other
  const personer = [...new Set(rader.map(({ mottagareId }) => mottagareId))].toSorted();
  for (const mottagareId of personer) {
    const hers = rader.filter((rad) => rad.mottagareId === mottagareId);
    let gar = hers[0]?.gar?.toISOString() ?? nastaSammanstallning(nu, kalender);
    while (!(await isOpen(tx, mottagareId, gar, nu))) {
      gar = nastaSammanstallning(gar, kalender);
      await tx.utskick.updateMany({ where: { id: { in: hers.map(({ id }) => id) } }, data: { gar } });
    }
  }
}

/** Makes the mail of a morning, or holds it so that it is not sent before this transaction has ended. */
async function isOpen(tx: Transaction, mottagareId: string, gar: Instant, nu: Instant): Promise<boolean> {
  const dag = kalender.dayOf(gar);
  const made = await tx.sammanstallning.createManyAndReturn({
    data: [{ mottagareId, dag: asDate(dag), gar }],
    skipDuplicates: true,
    select: { id: true },
  });
  const [ny] = made;
  if (ny) {
    await tx.motoruppdrag.create({ data: { slag: 'sammanstallning', refId: ny.id, skapat: nu } });
    return true;
  }
  const [row] = await tx.$queryRaw<{ status: string }[]>`
    SELECT status FROM sammanstallning WHERE "mottagareId" = ${mottagareId}::uuid AND dag = ${dag}::date FOR SHARE`;
  return row?.status === 'vantar';
}
