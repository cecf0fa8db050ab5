import type { Person } from '../../domain/atkomst.js';
import {
  farGora,
  farSe,
  insatsinnehavare,
  isMin,
  type FordelbarInsatsuppgift,
} from '../../domain/insats/tilldelning.js';
import { insatsuppgiftstyper, type Insatsuppgiftstyp } from '../../domain/insats/uppgifter.js';
import type { Kollega } from '../../domain/tilldelning.js';
import { Prisma, type PrismaClient, type Transaction } from '../../prisma/client.js';
import { kollegaSql } from './fordelbar.js';
import type { Innehav } from './uppgifter.js';

/** An open task of an insats. */
export interface Insatsuppgiftsrad {
  readonly id: string;
  readonly kod: string;
  readonly insats: string;
  readonly typ: Insatsuppgiftstyp;
  /** last day, `YYYY-MM-DD` */
  readonly forfaller: string;
  /** whether it is the person's own to do: she has it, or nobody has and she owes it */
  readonly min: boolean;
  /** whether she may do it, whoever has it */
  readonly gor: boolean;
  /** who has taken it, or was given it */
  readonly har?: Innehav;
  /** whether several hold the role, so that who has it tells the others something */
  readonly delad: boolean;
  /** Where it is done, or for who may only look: where it is read about. */
  readonly adress: string;
}

interface Fordelning {
  readonly sedan: string;
  readonly av: string;
  readonly not: string | null;
  readonly sjalv: boolean;
}

/** A task of an insats as the rules of moving it know it, open or ended. */
export interface Lastinsatsuppgift {
  readonly id: string;
  readonly insatsId: string;
  readonly kod: string;
  readonly insats: string;
  /** the insats's */
  readonly version: number;
  readonly typ: Insatsuppgiftstyp;
  readonly roll: string;
  readonly ref: string | null;
  readonly forfaller: string;
  readonly avslutad: boolean;
  readonly tilldelad: Kollega | null;
  readonly delad: boolean;
  readonly fordelning: Fordelning | null;
}

/** How whoever has a task came to have it. */
const fordelning = Prisma.sql`(
  SELECT json_build_object('sedan', t.nar, 'av', av.namn, 'not', t.not, 'sjalv', t."avId" = t."tillId")
  FROM insatstilldelning t JOIN anvandare av ON av.id = t."avId"
  WHERE t."uppgiftId" = u.id AND t."tillId" = u."tilldeladId" ORDER BY t.nar DESC, t.id LIMIT 1)`;

const delad = Prisma.sql`(
  SELECT count(DISTINCT r."anvandareId") > 1 FROM roll r JOIN anvandare ra ON ra.id = r."anvandareId" AND ra.aktiv
  WHERE r.roll = u.roll AND coalesce(r."insatsId", i.id) = i.id)`;

/**
 * Reads tasks of insatser in one statement, least time left first.
 *
 * @param villkor which; for `insatsuppgift u` and `insats i`
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
const readRader = (
  db: PrismaClient | Transaction,
  villkor: Prisma.Sql,
  idag: string,
): Promise<Lastinsatsuppgift[]> => db.$queryRaw<Lastinsatsuppgift[]>`
  SELECT u.id, i.id AS "insatsId", i.kod, i.namn AS insats, i.version, u.typ, u.roll, u.ref,
    u.forfaller::text AS forfaller, u.avslutad IS NOT NULL AS avslutad, ${delad} AS delad, ${fordelning} AS fordelning,
    (SELECT ${kollegaSql(idag)} FROM anvandare a WHERE a.id = u."tilldeladId") AS tilldelad
  FROM insatsuppgift u JOIN insats i ON i.id = u."insatsId"
  WHERE ${villkor} ORDER BY u.forfaller, i.kod, u.id`;

/** The task as the rules know it. */
export const toFordelbarInsatsuppgift = ({ typ, insatsId, tilldelad }: Lastinsatsuppgift): FordelbarInsatsuppgift => ({
  typ,
  insatsId,
  tilldelad: tilldelad ?? undefined,
});

/** One task of an insats, open or ended; undefined when there is none, or when the person may not see it. */
export async function lasInsatsuppgift(
  db: PrismaClient | Transaction,
  person: Person,
  id: string,
  idag: string,
): Promise<Lastinsatsuppgift | undefined> {
  const [rad] = await readRader(db, Prisma.sql`u.id = ${id}`, idag);
  return rad && farSe(person, rad) ? rad : undefined;
}

/**
 * The open tasks of insatser that a person owes, or sees because she works in the insats, least time left first. One
 * statement; the access rule decides.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function openInsatstasks(
  prisma: PrismaClient,
  person: Person,
  idag: string,
): Promise<Insatsuppgiftsrad[]> {
  const rader = await readRader(prisma, Prisma.sql`u.avslutad IS NULL`, idag);
  return rader.filter((rad) => farSe(person, rad)).map((rad) => toRad(rad, person));
}

function toRad(rad: Lastinsatsuppgift, person: Person): Insatsuppgiftsrad {
  const { id, kod, insats, typ, ref, forfaller } = rad;
  const uppgift = toFordelbarInsatsuppgift(rad);
  const gor = farGora(person, uppgift);
  const har = innehavOf(rad, person);
  const beslut = `/beslut/${insatsuppgiftstyper[typ].beslut}${ref === null ? '' : `?hinder=${ref}`}`;
  return {
    id,
    kod,
    insats,
    typ,
    forfaller,
    gor,
    min: isMin(person, uppgift),
    delad: rad.delad,
    ...(har && { har }),
    adress: `/insatser/${kod}${gor ? beslut : ''}`,
  };
}

function innehavOf(rad: Lastinsatsuppgift, person: Person): Innehav | undefined {
  const har = insatsinnehavare(toFordelbarInsatsuppgift(rad));
  if (!har) return undefined;
  const given = rad.fordelning;
  return {
    namn: har.namn,
    jag: har.id === person.id,
    ...(given && { sedan: given.sedan }),
    ...(given && !given.sjalv && { av: given.av }),
    ...(given?.not && { not: given.not }),
  };
}

/** Somebody to give a task of an insats to. */
export interface Insatsmottagarval {
  readonly id: string;
  readonly namn: string;
}

/** The people who may do a task of an insats themselves, but for who has it. One statement. */
export async function mottagareForInsatsuppgift(
  prisma: PrismaClient,
  { typ, roll, insatsId, tilldelad }: Lastinsatsuppgift,
  idag: string,
): Promise<Insatsmottagarval[]> {
  const rows = await prisma.$queryRaw<{ kollega: Kollega }[]>`
    SELECT ${kollegaSql(idag)} AS kollega FROM anvandare a
    WHERE a.aktiv AND EXISTS (SELECT 1 FROM roll r WHERE r."anvandareId" = a.id AND r.roll = ${roll}
      AND coalesce(r."insatsId", ${insatsId}::uuid) = ${insatsId}::uuid)`;
  return rows
    .filter(({ kollega }) => kollega.id !== tilldelad?.id && farGora(kollega, { typ, insatsId }))
    .map(({ kollega: { id, namn } }) => ({ id, namn }))
    .toSorted((a, b) => a.namn.localeCompare(b.namn, 'sv'));
}
