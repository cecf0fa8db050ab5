import type { Insatsprofil } from '../../domain/insatsprofil.js';
import type { Lage } from '../../domain/lage.js';
import type { PrismaClient } from '../../prisma/client.js';
import { asProfil } from '../../prisma/profil.js';
import type { Part } from '../profil/delar-vem.js';

/** A saved version of a profile. */
export interface Profilversion {
  readonly version: number;
  readonly skapad: Date;
  readonly av: string | undefined;
  readonly kommentar: string | undefined;
  /** Open ärenden that follow it. */
  readonly oppna: number;
}

/** A profile being edited. */
export interface Profilutkast {
  /** The version that it began from. */
  readonly grund: number;
  readonly profil: unknown;
  readonly andrad: Date;
  readonly av: string;
}

/** An insats with the versions of its profile. */
export interface Insatsmedprofil {
  readonly id: string;
  readonly kod: string;
  readonly namn: string;
  readonly nummerprefix: string;
  readonly forbund: { readonly id: string; readonly kod: string; readonly namn: string };
  readonly huvudman: {
    readonly kod: string;
    readonly namn: string;
    readonly part: string;
    readonly kommun: string | null;
  };
  readonly parter: readonly Part[];
  /** Newest first; the first is the one that new ärenden get. */
  readonly versioner: readonly Profilversion[];
  readonly profil: Insatsprofil;
  readonly utkast: Profilutkast | undefined;
  /** How many verksamheter sit in each team that has people, and which teams have open ärenden. */
  readonly verksamheterITeam: Readonly<Record<string, number>>;
  readonly teamMedArenden: readonly string[];
  readonly teamIds: readonly string[];
}

const OPEN = { stangd: null } as const;

/** Reads an insats with everything about its profile; undefined when there is none of that code. Two statements. */
export async function readInsatsmedprofil(prisma: PrismaClient, kod: string): Promise<Insatsmedprofil | undefined> {
  const rad = await prisma.insats.findUnique({
    where: { kod },
    select: {
      id: true,
      kod: true,
      namn: true,
      nummerprefix: true,
      forbund: {
        select: { id: true, kod: true, namn: true, parter: { orderBy: [{ ordning: 'asc' }, { kod: 'asc' }] } },
      },
      huvudman: { select: { kod: true, namn: true, part: true, kommun: true } },
      profiler: { orderBy: { version: 'desc' }, include: { skapadAv: { select: { namn: true } } } },
      profilutkast: { orderBy: { andrad: 'desc' }, take: 1, include: { agare: { select: { namn: true } } } },
      team: {
        select: {
          id: true,
          kod: true,
          medlemmar: { select: { verksamhetId: true } },
          _count: { select: { arenden: { where: OPEN } } },
        },
      },
    },
  });
  const [newest] = rad?.profiler ?? [];
  if (!rad || !newest) return undefined;
  const oppna = await prisma.arende.groupBy({
    by: ['profilversion'],
    where: { insatsId: rad.id, ...OPEN },
    _count: true,
  });
  const [utkast] = rad.profilutkast;
  const { parter, ...forbund } = rad.forbund;
  return {
    ...rad,
    forbund,
    parter: parter.map(({ kod: partkod, namn }) => ({ kod: partkod, namn })),
    versioner: rad.profiler.map(({ version, skapad, skapadAv, kommentar }) => ({
      version,
      skapad,
      av: skapadAv?.namn,
      kommentar: kommentar ?? undefined,
      oppna: oppna.find((one) => one.profilversion === version)?._count ?? 0,
    })),
    profil: asProfil(newest.innehall),
    utkast: utkast && {
      ...(utkast.innehall as unknown as { grund: number; profil: unknown }),
      andrad: utkast.andrad,
      av: utkast.agare.namn,
    },
    verksamheterITeam: Object.fromEntries(
      rad.team
        .filter(({ medlemmar }) => medlemmar.length > 0)
        .map((team) => [team.kod, new Set(team.medlemmar.map(({ verksamhetId }) => verksamhetId)).size]),
    ),
    teamIds: rad.team.map(({ id }) => id),
    teamMedArenden: rad.team.filter(({ _count }) => _count.arenden > 0).map((team) => team.kod),
  };
}

/** One version of an insats's profile; undefined when there is none of that number. */
export async function readVersion(
  prisma: PrismaClient,
  insatsId: string,
  version: number,
): Promise<Insatsprofil | undefined> {
  const rad = await prisma.insatsprofil.findUnique({ where: { insatsId_version: { insatsId, version } } });
  return rad ? asProfil(rad.innehall) : undefined;
}

/** An open ärende that does not follow the newest version. */
export interface Kvarvarande {
  readonly id: string;
  readonly nummer: string;
  readonly lage: Lage;
  readonly profil: Insatsprofil;
}

/** How many ärenden are shown on one page of the move. */
export const FLYTTAS_AT_GANGEN = 50;

/** The open ärenden of an insats that follow an older version, each with that version's profile. Two statements. */
export async function readKvarvarande(
  prisma: PrismaClient,
  insatsId: string,
  newest: number,
): Promise<{ readonly rader: readonly Kvarvarande[]; readonly totalt: number }> {
  // that of a protected person is moved from the ärende itself, by those who may see it
  const where = { insatsId, ...OPEN, profilversion: { lt: newest }, individ: { skyddad: false } };
  const [arenden, totalt, versioner] = await Promise.all([
    prisma.arende.findMany({
      where,
      orderBy: { nummer: 'asc' },
      take: FLYTTAS_AT_GANGEN,
      select: { id: true, nummer: true, lage: true, profilversion: true },
    }),
    prisma.arende.count({ where }),
    prisma.insatsprofil.findMany({ where: { insatsId, version: { lt: newest } } }),
  ]);
  const profiler = new Map(versioner.map(({ version, innehall }) => [version, asProfil(innehall)]));
  const rader = arenden.flatMap(({ id, nummer, lage, profilversion }): Kvarvarande[] => {
    const profil = profiler.get(profilversion);
    return profil ? [{ id, nummer, lage: lage as unknown as Lage, profil }] : [];
  });
  return { rader, totalt };
}

/** An insats in kansli's list. */
export interface Profilrad {
  readonly kod: string;
  readonly namn: string;
  readonly huvudman: string;
  readonly version: number;
  readonly utkast: boolean;
  /** Open ärenden that follow an older version. */
  readonly kvar: number;
  readonly bemannad: boolean;
}

/** Every insats with its newest version. One statement. */
export const readProfiler = (prisma: PrismaClient): Promise<Profilrad[]> =>
  prisma.$queryRaw<Profilrad[]>`
    SELECT i.kod, i.namn, v.namn AS huvudman, n.version,
      EXISTS (SELECT 1 FROM profilutkast u WHERE u."insatsId" = i.id) AS utkast,
      (SELECT count(*)::int FROM arende a
       WHERE a."insatsId" = i.id AND a.stangd IS NULL AND a.profilversion < n.version) AS kvar,
      EXISTS (SELECT 1 FROM team t JOIN teammedlem m ON m."teamId" = t.id WHERE t."insatsId" = i.id) AS bemannad
    FROM insats i
    JOIN verksamhet v ON v.id = i."huvudmanId"
    JOIN (SELECT "insatsId", max(version)::int AS version FROM insatsprofil GROUP BY 1) n ON n."insatsId" = i.id
    ORDER BY i.namn COLLATE "sv-x-icu"`;

/** What a new insats is chosen from: the förbund with their parter and verksamheter. */
export const readForbund = (prisma: PrismaClient) =>
  prisma.forbund.findMany({
    orderBy: { namn: 'asc' },
    select: {
      id: true,
      kod: true,
      namn: true,
      parter: { orderBy: { ordning: 'asc' }, select: { kod: true, namn: true } },
      verksamheter: { orderBy: { namn: 'asc' }, select: { kod: true, namn: true, part: true, kommun: true } },
    },
  });
