import type { Person } from '../../domain/atkomst.js';
import type { Insatslage } from '../../domain/insats/lage.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import type { PrismaClient } from '../../prisma/client.js';
import { asProfil } from '../../prisma/profil.js';
import { visasFor } from './skydd-sql.js';

/** An insats as its page and its forms need it; no personal data. */
export interface Insatshuvud {
  readonly id: string;
  readonly kod: string;
  readonly namn: string;
  /** Missing until its workflow has looked for the first time. */
  readonly lage: Insatslage | undefined;
  readonly profil: Insatsprofil;
  readonly team: readonly { readonly id: string; readonly kod: string; readonly namn: string }[];
}

/** Reads an insats with its newest profile, or `undefined` when there is none of that code. */
export async function readInsats(prisma: PrismaClient, kod: string): Promise<Insatshuvud | undefined> {
  const row = await prisma.insats.findUnique({
    where: { kod },
    select: {
      id: true,
      kod: true,
      namn: true,
      lage: true,
      team: { select: { id: true, kod: true, namn: true }, orderBy: { namn: 'asc' } },
      profiler: { orderBy: { version: 'desc' }, take: 1, select: { innehall: true } },
    },
  });
  const profil = row?.profiler[0];
  if (!row || !profil) return undefined;
  const { id, namn, team } = row;
  return {
    id,
    kod,
    namn,
    team,
    lage: (row.lage as unknown as Insatslage | null) ?? undefined,
    profil: asProfil(profil.innehall),
  };
}

/** Every insats by name, with what tells who belongs to it. */
export async function readInsatsval(
  prisma: PrismaClient,
): Promise<{ id: string; kod: string; namn: string; teamIds: string[] }[]> {
  const rows = await prisma.insats.findMany({
    select: { id: true, kod: true, namn: true, team: { select: { id: true } } },
    orderBy: { namn: 'asc' },
  });
  return rows.map(({ team, ...insats }) => ({ ...insats, teamIds: team.map(({ id }) => id) }));
}

/** A remiss that waits for its review. */
export interface Inkorgsrad {
  readonly arendeId: string;
  readonly nummer: string;
  readonly skapad: Date;
  /** last day, `YYYY-MM-DD` */
  readonly forfaller: string | null;
}

/** The remisser that wait for their review, as far as a person may see them. */
export const readInkorg = (prisma: PrismaClient, insatsId: string, person: Person): Promise<Inkorgsrad[]> =>
  prisma.$queryRaw<Inkorgsrad[]>`
    SELECT id AS "arendeId", nummer, skapad, "nastaForfaller"::text AS forfaller FROM arende a
    WHERE "insatsId" = ${insatsId}::uuid AND fas = 'mottagen' AND ${visasFor(person)} ORDER BY "nastaForfaller", nummer`;

/** A coming meeting with how full its agenda is; only meetings that have an agenda, or were changed, have an id. */
export interface Motesrad {
  readonly team: string;
  readonly id: string;
  readonly borjar: Date;
  readonly punkter: number;
}

/** The meetings from a moment on that stand in the table. */
export const readMoten = (prisma: PrismaClient, insatsId: string, nu: Date): Promise<Motesrad[]> =>
  prisma.$queryRaw<Motesrad[]>`
    SELECT t.kod AS team, m.id, m.borjar, count(p."arendeId") FILTER (WHERE NOT p.utgatt)::int AS punkter
    FROM mote m JOIN team t ON t.id = m."teamId" LEFT JOIN motespunkt p ON p."moteId" = m.id
    WHERE t."insatsId" = ${insatsId}::uuid AND m.borjar > ${nu} AND NOT m.installt
    GROUP BY t.kod, m.id ORDER BY m.borjar`;

/** A seat in a team. */
export interface Platsrad {
  readonly team: string;
  readonly namn: string;
  readonly verksamhet: string;
  readonly ersattare: boolean;
}

export const readMedlemmar = (prisma: PrismaClient, insatsId: string): Promise<Platsrad[]> =>
  prisma.$queryRaw<Platsrad[]>`
    SELECT t.kod AS team, a.namn, v.namn AS verksamhet, m.ersattare
    FROM teammedlem m JOIN team t ON t.id = m."teamId" JOIN anvandare a ON a.id = m."anvandareId"
    JOIN verksamhet v ON v.id = m."verksamhetId"
    WHERE t."insatsId" = ${insatsId}::uuid AND a.aktiv ORDER BY t.namn, v.namn, m.ersattare, a.namn`;

/** A structural obstacle, told without any person. */
export interface Hinderrad {
  readonly id: string;
  readonly text: string;
  readonly verksamhet: string | null;
  readonly anmalt: Date;
  readonly svar: string | null;
  readonly svarat: Date | null;
}

/** The obstacles of an insats, those that wait for an answer first. */
export const readHinder = (prisma: PrismaClient, insatsId: string): Promise<Hinderrad[]> =>
  prisma.$queryRaw<Hinderrad[]>`
    SELECT h.id, h.text, v.namn AS verksamhet, h.anmalt, h.svar, h.svarat
    FROM strukturellt_hinder h LEFT JOIN verksamhet v ON v.id = h."verksamhetId"
    WHERE h."insatsId" = ${insatsId}::uuid ORDER BY h.svarat NULLS FIRST, h.anmalt DESC`;
