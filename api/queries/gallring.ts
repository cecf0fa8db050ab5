import { gallringsmanader, handlingsslag, type Arkivrackvidd, type Handlingsslag } from '../../domain/gallring.js';
import { koder } from '../../domain/koder.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { readGallandeRegler } from '../../prisma/gallringslage.js';

/** Of `insats i`: that it is one of those somebody is arkivansvarig for. */
const inom = ({ insatser, parter, huvudman, verksamhetId }: Arkivrackvidd): Prisma.Sql => Prisma.sql`(
  i.id = ANY(${[...insatser]}::uuid[]) OR i."huvudmanId" = ANY(${[...huvudman]}::uuid[])
  OR EXISTS (SELECT 1 FROM verksamhet hv JOIN verksamhet egen ON egen."forbundId" = hv."forbundId"
    WHERE hv.id = i."huvudmanId" AND egen.id = ${verksamhetId}::uuid AND hv.part = ANY(${[...parter]}::text[])))`;

/** Something that is due for gallring: by number, and nothing of the person. */
export interface Gallringsrad {
  readonly arendeId: string;
  readonly nummer: string;
  readonly insats: string;
  readonly slag: Handlingsslag;
  readonly stangd: Date;
  readonly manader: number;
  /** The first day on which it may be destroyed. */
  readonly gallras: Date;
  /** Whether it is kept by order. */
  readonly stopp: boolean;
  /** The proposal that it stands in already. */
  readonly gallringId: string | null;
}

export const GALLRING_PER_SIDA = 100;

/**
 * One page of what is due within somebody's reach, what has waited longest first. Where the whole ärende is due its parts
 * are not listed beside it; a kind of which nothing is left is not due.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function readForfallet(
  prisma: PrismaClient,
  rackvidd: Arkivrackvidd,
  idag: string,
  sida: number,
): Promise<{ rader: Gallringsrad[]; totalt: number }> {
  const insatser = await prisma.$queryRaw<{ id: string }[]>`SELECT i.id FROM insats i WHERE ${inom(rackvidd)}`;
  const gallande = await readGallandeRegler(
    prisma,
    insatser.map(({ id }) => id),
  );
  const regler = [...gallande].flatMap(([insatsId, { regler: egna }]) =>
    koder(handlingsslag).flatMap((slag) => {
      const manader = gallringsmanader(egna, slag);
      return manader === undefined ? [] : [{ insatsId, slag, manader }];
    }),
  );
  const rader = await prisma.$queryRaw<(Gallringsrad & { totalt: number })[]>`
    WITH regel AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(regler)}::jsonb) AS r("insatsId" uuid, slag text, manader int)
    ), stangt AS (
      SELECT a.id, a.nummer, a."insatsId", (a.stangd AT TIME ZONE 'Europe/Stockholm')::date AS stangd
      FROM arende a WHERE a.fas = 'stangd' AND a.stangd IS NOT NULL
    ), forfallet AS (
      SELECT s.*, r.slag, r.manader, (s.stangd + make_interval(months => r.manader))::date AS gallras
      FROM stangt s JOIN regel r ON r."insatsId" = s."insatsId"
      WHERE s.stangd + make_interval(months => r.manader) <= ${idag}::date
    )
    SELECT f.id AS "arendeId", f.nummer, i.namn AS insats, f.slag, f.stangd, f.manader, f.gallras,
      EXISTS (SELECT 1 FROM gallringsstopp g WHERE g."arendeId" = f.id AND g.havt IS NULL) AS stopp,
      p."gallringId", (count(*) OVER ())::int AS totalt
    FROM forfallet f JOIN insats i ON i.id = f."insatsId"
    LEFT JOIN gallringspost p ON p."arendeId" = f.id AND p.slag = f.slag AND p.oppen
    WHERE f.slag = 'arende' OR (
      NOT EXISTS (SELECT 1 FROM forfallet h WHERE h.id = f.id AND h.slag = 'arende')
      AND CASE f.slag
        WHEN 'anteckningar' THEN EXISTS (SELECT 1 FROM anteckning x WHERE x."arendeId" = f.id)
          OR EXISTS (SELECT 1 FROM egen_uppgift x WHERE x."arendeId" = f.id)
        WHEN 'bilagor' THEN EXISTS (SELECT 1 FROM bilaga x WHERE x."arendeId" = f.id AND x.slag <> 'samtycke')
        WHEN 'plan' THEN EXISTS (SELECT 1 FROM genomforandeplan x WHERE x."arendeId" = f.id)
          OR EXISTS (SELECT 1 FROM kartlaggning x WHERE x."arendeId" = f.id)
          OR EXISTS (SELECT 1 FROM planuppfoljning x WHERE x."arendeId" = f.id)
      END)
    ORDER BY f.gallras, f.nummer, f.slag
    LIMIT ${GALLRING_PER_SIDA} OFFSET ${GALLRING_PER_SIDA * (sida - 1)}`;
  return { rader, totalt: rader[0]?.totalt ?? 0 };
}

/** A gallring in the list. */
export interface Gallringsoversikt {
  readonly id: string;
  readonly status: string;
  readonly foreslagen: Date;
  readonly foreslagenAvId: string;
  readonly foreslagenAv: string;
  readonly avgjord: Date | null;
  readonly avgjordAv: string | null;
  readonly klar: Date | null;
  /** Kinds of document of ärenden: all of them, those that are destroyed, and those that were left. */
  readonly antal: number;
  readonly gallrade: number;
  readonly kvar: number;
}

/** Only where every ärende in it is within reach. */
const gallringInom = (rackvidd: Arkivrackvidd) => Prisma.sql`NOT EXISTS (
  SELECT 1 FROM gallringspost p JOIN insats i ON i.id = p."insatsId" WHERE p."gallringId" = g.id AND NOT ${inom(rackvidd)})`;

const oversikt = Prisma.sql`
  SELECT g.id, g.status, g.foreslagen, g."foreslagenAvId", f.namn AS "foreslagenAv", g.avgjord, b.namn AS "avgjordAv", g.klar,
    (SELECT count(*)::int FROM gallringspost p WHERE p."gallringId" = g.id) AS antal,
    (SELECT count(*)::int FROM gallringspost p WHERE p."gallringId" = g.id AND p.status = 'gallrad') AS gallrade,
    (SELECT count(*)::int FROM gallringspost p WHERE p."gallringId" = g.id AND p.status = 'kvar') AS kvar
  FROM gallring g JOIN anvandare f ON f.id = g."foreslagenAvId" LEFT JOIN anvandare b ON b.id = g."avgjordAvId"`;

const SENASTE = 100;

/** The gallringar within somebody's reach: those that wait for a decision first, then the latest. */
export const listGallringar = (prisma: PrismaClient, rackvidd: Arkivrackvidd): Promise<Gallringsoversikt[]> =>
  prisma.$queryRaw<Gallringsoversikt[]>`
    ${oversikt} WHERE ${gallringInom(rackvidd)}
    ORDER BY g.status <> 'foreslagen', g.status <> 'beslutad', g.foreslagen DESC, g.id LIMIT ${SENASTE}`;

/** One row of a proposal, and of the protocol that it becomes. */
export interface Protokollrad {
  readonly arendeId: string;
  readonly nummer: string;
  readonly insats: string;
  readonly slag: Handlingsslag;
  readonly stangd: Date;
  readonly manader: number;
  readonly profilversion: number;
  readonly status: string;
  readonly fel: string | null;
  readonly antal: number;
  readonly gallrad: Date | null;
}

/** A gallring with its rows. @returns undefined when there is none within reach */
export async function readGallring(
  prisma: PrismaClient,
  rackvidd: Arkivrackvidd,
  id: string,
): Promise<(Gallringsoversikt & { readonly poster: readonly Protokollrad[] }) | undefined> {
  const [found] = await prisma.$queryRaw<Gallringsoversikt[]>`
    ${oversikt} WHERE g.id = ${id}::uuid AND ${gallringInom(rackvidd)}`;
  if (!found) return undefined;
  const poster = await prisma.$queryRaw<Protokollrad[]>`
    SELECT p."arendeId", p.nummer, i.namn AS insats, p.slag, p.stangd, p.manader, p.profilversion, p.status, p.fel, p.antal,
      p.gallrad
    FROM gallringspost p JOIN insats i ON i.id = p."insatsId" WHERE p."gallringId" = ${id}::uuid ORDER BY p.nummer, p.slag`;
  return { ...found, poster };
}
export type Gallringssida = NonNullable<Awaited<ReturnType<typeof readGallring>>>;

/** An order that an ärende be kept. */
export interface Stopprad {
  readonly id: string;
  readonly arendeId: string;
  readonly nummer: string;
  readonly insats: string;
  readonly skal: string;
  readonly av: string;
  readonly nar: Date;
}

/** The ärenden within somebody's reach that are kept by order, the latest first. */
export const listGallringsstopp = (prisma: PrismaClient, rackvidd: Arkivrackvidd): Promise<Stopprad[]> =>
  prisma.$queryRaw<Stopprad[]>`
    SELECT s.id, s."arendeId", a.nummer, i.namn AS insats, s.skal, u.namn AS av, s.nar
    FROM gallringsstopp s JOIN arende a ON a.id = s."arendeId" JOIN insats i ON i.id = a."insatsId"
    JOIN anvandare u ON u.id = s."avId" WHERE s.havt IS NULL AND ${inom(rackvidd)} ORDER BY s.nar DESC, s.id`;

/** Which of some ärenden are within somebody's reach. */
export async function withinArkivrackvidd(
  prisma: PrismaClient,
  rackvidd: Arkivrackvidd,
  arendeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM arende a JOIN insats i ON i.id = a."insatsId"
    WHERE a.id = ANY(${[...arendeIds]}::uuid[]) AND ${inom(rackvidd)}`;
  return new Set(rows.map(({ id }) => id));
}
