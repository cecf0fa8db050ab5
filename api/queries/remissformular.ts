import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { asProfil } from '../../prisma/profil.js';
import type { Dag } from '../../domain/kalender/tid.js';
import { asDag, type PrismaClient } from '../../prisma/client.js';
import type { InloggadAnvandare } from '../login/current-user.js';
import type { Formularkontext, Insatsval } from '../remissformular/kontext.js';
import type { Utkastinnehall } from '../remissformular/steg.js';

/** A draft that has not been sent, or the sign that it has. */
export type Utkast = { readonly skickat: false; readonly innehall: Utkastinnehall } | { readonly skickat: true };

/** Reads somebody's own draft. @returns undefined when there is none, `annans` when it is somebody else's */
export async function findUtkast(
  prisma: PrismaClient,
  utkastId: string,
  agareId: string,
): Promise<Utkast | 'annans' | undefined> {
  const row = await prisma.utkast.findUnique({
    where: { id: utkastId },
    select: { agareId: true, innehall: true, skickad: true },
  });
  if (!row) return undefined;
  if (row.agareId !== agareId) return 'annans';
  return row.skickad ? { skickat: true } : { skickat: false, innehall: row.innehall as Utkastinnehall };
}

/** The insatser that can be chosen, those whose team has people, with their newest profile and the verksamheter of the team that would receive it. */
export async function readFormularkontext(
  prisma: PrismaClient,
  { id, verksamhet }: InloggadAnvandare,
  idag: Dag,
): Promise<Formularkontext> {
  const val = { select: { id: true, kod: true, namn: true } } as const;
  const rows = await prisma.insats.findMany({
    orderBy: { namn: 'asc' },
    select: {
      kod: true,
      namn: true,
      huvudman: val,
      profiler: { orderBy: { version: 'desc' }, take: 1, select: { innehall: true } },
      team: {
        select: { kod: true, medlemmar: { orderBy: { verksamhet: { namn: 'asc' } }, select: { verksamhet: val } } },
      },
    },
  });
  const insatser = rows.flatMap(({ kod, namn, huvudman, profiler, team: allaTeam }): Insatsval[] => {
    const profil = profiler[0] && asProfil(profiler[0].innehall);
    const team = profil && allaTeam.find((one) => one.kod === profil.team[0].kod);
    // an insats whose team nobody sits in yet could not answer
    if (!profil || !team || team.medlemmar.length === 0) return [];
    return [{ kod, namn, huvudman, profil, team: team.medlemmar.map((one) => one.verksamhet) }];
  });
  return { idag, insatser, remittent: { id, verksamhet } };
}

/** Numbers of the remittent's own open ärenden about a person. Nothing is told of anybody else's. */
export async function ownOpenArenden(
  prisma: PrismaClient,
  remittentId: string,
  personnummer: string,
): Promise<string[]> {
  const rows = await prisma.arende.findMany({
    where: { stangd: null, individ: { personnummer }, remiss: { remittentId } },
    orderBy: { nummer: 'asc' },
    select: { nummer: true },
  });
  return rows.map(({ nummer }) => nummer);
}

/** What the receipt of a sent draft tells. */
export interface Kvitto {
  readonly nummer: string;
  readonly insats: string;
  /** Last day of the review; undefined once it is done. */
  readonly granskasSenast?: Dag | undefined;
}

/** Reads the receipt of one's own sent draft. */
export async function findKvitto(prisma: PrismaClient, utkastId: string, agareId: string): Promise<Kvitto | undefined> {
  const row = await prisma.arende.findFirst({
    where: { utkastId, utkast: { agareId } },
    select: {
      nummer: true,
      insats: { select: { namn: true } },
      uppgifter: { where: { typ: 'granskning', avslutad: null }, select: { forfaller: true } },
    },
  });
  if (!row) return undefined;
  const [granskning] = row.uppgifter;
  return {
    nummer: row.nummer,
    insats: row.insats.namn,
    ...(granskning ? { granskasSenast: asDag(granskning.forfaller) } : {}),
  };
}
