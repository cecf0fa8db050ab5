import { asProfil } from '../../prisma/profil.js';
import type { Dag } from '../../domain/kalender/tid.js';
import { sokbar } from '../../prisma/nycklar/nyckelring.js';
import { fodelsearOf } from '../../domain/personnummer.js';
import { asDag, asDate, type Prisma, type PrismaClient } from '../../prisma/client.js';
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

const VERKSAMHET = { select: { id: true, kod: true, namn: true } } as const;

/**
 * The insatser that can be chosen, with their newest profile and the verksamheter of their teams, and what the form
 * offers besides. A handläggare can choose every open insats of her own förbund; who is only sammankallande those that
 * she leads.
 */
export async function readFormularkontext(
  prisma: PrismaClient,
  { id, verksamhet, roller }: InloggadAnvandare,
  idag: Dag,
): Promise<Formularkontext> {
  const isHandlaggare = roller.some(({ roll }) => roll === 'handlaggare');
  const leder = roller.filter(({ roll }) => roll === 'sammankallande');
  const [rows, verksamheter] = await Promise.all([
    readInsatser(prisma, idag, verksamhet.id),
    prisma.verksamhet.findMany({
      ...VERKSAMHET,
      where: { forbund: { verksamheter: { some: { id: verksamhet.id } } } },
      orderBy: { namn: 'asc' },
    }),
  ]);
  const insatser = rows
    .filter((one) => isHandlaggare || leder.some(({ insatsId }) => insatsId === undefined || insatsId === one.id))
    .flatMap(({ kod, namn, huvudman, profiler, team }): Insatsval[] => {
      const profil = profiler[0] && asProfil(profiler[0].innehall);
      if (!profil) return [];
      const seats = team.map((one) => [one.kod, one.medlemmar.map((medlem) => medlem.verksamhet)]);
      return [{ kod, namn, huvudman, profil, team: Object.fromEntries(seats) as Insatsval['team'] }];
    });
  const kalla = leder.length === 0 ? 'nej' : isHandlaggare ? 'frivillig' : 'kravs';
  return { idag, insatser, verksamheter, remittent: { id, verksamhet, kalla } };
}

/** Nobody would review, or give a yttrande, in an insats without a sammankallande or without a team that has people. */
const tarEmotRemisser = {
  roller: { some: { roll: 'sammankallande', anvandare: { aktiv: true } } },
  team: { some: { medlemmar: { some: {} } } },
} as const satisfies Prisma.InsatsWhereInput;

const readInsatser = (prisma: PrismaClient, idag: Dag, verksamhetId: string) =>
  prisma.insats.findMany({
    where: {
      OR: [{ stangd: null }, { stangd: { gt: asDate(idag) } }],
      forbund: { verksamheter: { some: { id: verksamhetId } } },
      ...tarEmotRemisser,
    },
    orderBy: { namn: 'asc' },
    select: {
      id: true,
      kod: true,
      namn: true,
      huvudman: VERKSAMHET,
      profiler: { orderBy: { version: 'desc' }, take: 1, select: { innehall: true } },
      team: {
        select: {
          kod: true,
          medlemmar: { orderBy: { verksamhet: { namn: 'asc' } }, select: { verksamhet: VERKSAMHET } },
        },
      },
    },
  });

/** An earlier remiss of the remittent's own. */
export interface TidigareRemiss {
  readonly id: string;
  readonly nummer: string;
  readonly insats: string;
  readonly stangd: boolean;
}

/** The remittent's own earlier remisser about a person, in any insats. Nothing is told of anybody else's. */
export async function ownEarlierRemisser(
  prisma: PrismaClient,
  remittentId: string,
  person: { readonly personnummer: string; readonly fodelsear?: number | undefined },
): Promise<TidigareRemiss[]> {
  const { personnummer } = person;
  const rows = await prisma.arende.findMany({
    where: {
      individ: { personnummerHmac: sokbar(personnummer), fodelsear: fodelsearOf(person) },
      remiss: { remittentId },
    },
    orderBy: { nummer: 'asc' },
    select: { id: true, nummer: true, stangd: true, insats: { select: { namn: true } } },
  });
  return rows.map(({ id, nummer, stangd, insats }) => ({ id, nummer, insats: insats.namn, stangd: stangd !== null }));
}

/** What the receipt of a sent draft tells. */
export interface Kvitto {
  readonly arendeId: string;
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
      id: true,
      nummer: true,
      insats: { select: { namn: true } },
      uppgifter: { where: { typ: 'granskning', avslutad: null }, select: { forfaller: true } },
    },
  });
  if (!row) return undefined;
  const [granskning] = row.uppgifter;
  return {
    arendeId: row.id,
    nummer: row.nummer,
    insats: row.insats.namn,
    ...(granskning ? { granskasSenast: asDag(granskning.forfaller) } : {}),
  };
}
