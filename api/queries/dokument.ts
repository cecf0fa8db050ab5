import type { Bilageslag } from '../../domain/koder.js';
import type { Prisma, PrismaClient } from '../../prisma/client.js';

/** A file as lists show it; its content is read only when it is sent. */
export interface Dokument {
  readonly id: string;
  readonly slag: Bilageslag;
  readonly filnamn: string;
  /** Bytes. */
  readonly storlek: number;
  readonly av: string;
  readonly avId: string;
  /** When it was added, ISO. */
  readonly skapad: string;
  /** Kinds of the decisions that point to it. */
  readonly tillhor: readonly string[];
}

/** Reads the list of an ärende's files in one statement, the latest first. The caller has logged the reading. */
export async function readDokument(prisma: PrismaClient, arendeId: string): Promise<Dokument[]> {
  const rows = await prisma.$queryRaw<{ dokument: Dokument }[]>`
    SELECT json_build_object(
      'id', b.id, 'slag', b.slag, 'filnamn', b.filnamn, 'storlek', b.storlek, 'av', u.namn, 'avId', b."avId",
      'skapad', b.skapad, 'tillhor', coalesce((
        SELECT json_agg(DISTINCT d.typ) FROM beslut d
        WHERE d."arendeId" = b."arendeId" AND d.fattat IS NOT NULL
          AND (d.formular->'bilagor' @> to_jsonb(b.id::text) OR d.formular->>'bilaga' = b.id::text)), '[]')) AS dokument
    FROM bilaga b JOIN anvandare u ON u.id = b."avId"
    WHERE b."arendeId" = ${arendeId}::uuid
    ORDER BY b.skapad DESC, b.id`;
  return rows.map(({ dokument }) => dokument).toSorted((one, other) => byTime(other, one) || byName(one, other));
}

/** A file of a draft. */
export type Utkastbilaga = Pick<Dokument, 'id' | 'filnamn' | 'storlek'>;

/** The files of a draft, in the order in which they were added. The caller knows that it is the reader's own. */
export const readUtkastbilagor = (prisma: PrismaClient, utkastId: string): Promise<Utkastbilaga[]> =>
  readBilagor(prisma, { utkastId });

/** Where a file belongs, for judging who may read it. */
export interface Bilageplats {
  readonly slag: string;
  readonly avId: string;
  readonly utkastId: string | null;
  /** The number of the ärende; missing for a draft's. */
  readonly nummer?: string | undefined;
}

/** Finds where a file belongs. */
export async function findBilaga(prisma: PrismaClient, id: string): Promise<Bilageplats | undefined> {
  const row = await prisma.bilaga.findUnique({
    where: { id },
    select: { slag: true, avId: true, utkastId: true, arende: { select: { nummer: true } } },
  });
  if (!row) return undefined;
  const { arende, ...plats } = row;
  return { ...plats, ...(arende ? { nummer: arende.nummer } : {}) };
}

/** The content of a file. The caller has logged the reading. */
export const readBilageinnehall = (
  prisma: PrismaClient,
  id: string,
): Promise<{ filnamn: string; typ: string; innehall: Uint8Array }> =>
  prisma.bilaga.findUniqueOrThrow({ where: { id }, select: { filnamn: true, typ: true, innehall: true } });

/**
 * The files that the remittent, or who had the remiss before her or stood in for her, has sent with it: nobody else adds
 * files of that kind. The caller has logged the reading.
 */
export const readEgnaBilagor = (prisma: PrismaClient, arendeId: string): Promise<Utkastbilaga[]> =>
  readBilagor(prisma, { arendeId, slag: 'remiss' });

async function readBilagor(prisma: PrismaClient, where: Prisma.BilagaWhereInput): Promise<Utkastbilaga[]> {
  const rows = await prisma.bilaga.findMany({
    where,
    select: { id: true, filnamn: true, storlek: true, skapad: true },
  });
  return rows
    .toSorted((one, other) => byTime(one, other) || byName(one, other))
    .map(({ id, filnamn, storlek }) => ({ id, filnamn, storlek }));
}

const byTime = (one: Ordnas, other: Ordnas): number =>
  new Date(one.skapad).getTime() - new Date(other.skapad).getTime();
/** Of those of one moment: the database sees no names. */
const byName = (one: Ordnas, other: Ordnas): number => one.filnamn.localeCompare(other.filnamn, 'sv');

interface Ordnas {
  readonly skapad: Date | string;
  readonly filnamn: string;
}
