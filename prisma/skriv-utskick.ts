import { garGenast, sattFor, type Aviseringsslag, type Hoppskal } from '../domain/aviseringsval.js';
import type { Dag, Instant } from '../domain/kalender/kalender.js';
import { svenskKalender as kalender } from '../domain/kalender/svensk.js';
import { kommerForSent, nastaSammanstallning, tidigast } from '../domain/utskickstid.js';
import { asDate, type Prisma, type Transaction } from './client.js';

/** Something to tell one person: about an ärende, an insats, all that was handed over to her, or whom she stands in for. */
export interface Utskicksrad {
  readonly om:
    | { readonly arendeId: string }
    | { readonly insatsId: string }
    | { readonly overlamningId: string }
    | { readonly franvaroId: string };
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
    select: { id: true, mottagareId: true, satt: true, status: true },
  });
  const vantar = skrivna.filter(({ status }) => status === 'vantar');
  const egna = vantar.filter(({ satt }) => satt === 'direkt').map(({ id }) => id);
  if (egna.length > 0)
    await tx.motoruppdrag.createMany({ data: egna.map((refId) => ({ slag: 'utskick', refId, skapat: om.nu })) });
  await gather(
    tx,
    vantar.filter(({ satt }) => satt === 'samlat'),
    om.nu,
  );
}

/** A person's choices and roles. */
interface Val {
  readonly roller: readonly string[];
  readonly valt: Readonly<Record<string, string>>;
}

async function readVal(tx: Transaction, rader: readonly Utskicksrad[]): Promise<Map<string, Val>> {
  const ids = [...new Set(rader.map(({ mottagareId }) => mottagareId))];
  const rows = await tx.$queryRaw<{ id: string; roller: string[]; valt: Record<string, string> }[]>`
    SELECT p.id,
      ARRAY(SELECT DISTINCT roll FROM roll WHERE "anvandareId" = p.id
            UNION SELECT 'teamrepresentant' FROM teammedlem WHERE "anvandareId" = p.id) AS roller,
      coalesce((SELECT json_object_agg(slag, satt) FROM aviseringsval WHERE "anvandareId" = p.id), '{}') AS valt
    FROM unnest(${ids}::uuid[]) AS p (id)`;
  return new Map(rows.map(({ id, ...val }) => [id, val]));
}

function toRow(rad: Utskicksrad, val: Val | undefined, om: Utskicksomstandighet): Prisma.UtskickCreateManyInput {
  const { slag, sekvens, nyckel, mottagareId, uppgift, forfaller, skal } = rad;
  const { roller = [], valt } = val ?? {};
  const bradskande = om.bradskande || (forfaller !== undefined && kommerForSent(forfaller, om.nu, kalender));
  const satt = sattFor(slag, { roller, valt: valt?.[slag], bradskande });
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

/** Some things go at once, whatever the hour. */
function garOf(slag: Aviseringsslag, satt: string, nu: Instant): Instant {
  if (garGenast(slag)) return nu;
  return satt === 'samlat' ? nastaSammanstallning(nu, kalender) : tidigast(nu, kalender);
}

interface Samlad {
  readonly id: string;
  readonly mottagareId: string;
}

/** Puts rows on the morning's mail of each person; on the next one where today's is on its way already. */
async function gather(tx: Transaction, rader: readonly Samlad[], nu: Instant): Promise<void> {
  let kvar = rader;
  for (let gar = nastaSammanstallning(nu, kalender); kvar.length > 0; gar = nastaSammanstallning(gar, kalender)) {
    const oppna = await openMorgon(tx, [...new Set(kvar.map(({ mottagareId }) => mottagareId))], gar, nu);
    kvar = kvar.filter(({ mottagareId }) => !oppna.has(mottagareId));
    if (kvar.length === 0) return;
    const senare = nastaSammanstallning(gar, kalender);
    await tx.utskick.updateMany({ where: { id: { in: kvar.map(({ id }) => id) } }, data: { gar: senare } });
  }
}

/**
 * Makes the mails of a morning, or holds them so that they are not sent before this transaction has ended.
 *
 * @returns whose can still be written to
 */
async function openMorgon(
  tx: Transaction,
  personer: readonly string[],
  gar: Instant,
  nu: Instant,
): Promise<ReadonlySet<string>> {
  const dag = kalender.dayOf(gar);
  // in one order, so that two transactions that write to the same people cannot wait for each other
  const i = personer.toSorted();
  const nya = await tx.sammanstallning.createManyAndReturn({
    data: i.map((mottagareId) => ({ mottagareId, dag: asDate(dag), gar })),
    skipDuplicates: true,
    select: { id: true },
  });
  if (nya.length > 0)
    await tx.motoruppdrag.createMany({
      data: nya.map(({ id }) => ({ slag: 'sammanstallning', refId: id, skapat: nu })),
    });
  const rows = await tx.$queryRaw<{ mottagareId: string; status: string }[]>`
    SELECT "mottagareId", status FROM sammanstallning
    WHERE "mottagareId" = ANY(${i}::uuid[]) AND dag = ${dag}::date ORDER BY "mottagareId" FOR SHARE`;
  return new Set(rows.filter(({ status }) => status === 'vantar').map(({ mottagareId }) => mottagareId));
}
