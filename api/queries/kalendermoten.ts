import type { Person } from '../../domain/atkomst.js';
import type { Dag, Instant } from '../../domain/kalender/kalender.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { motetsSlut } from '../../domain/kallelse.js';
import { isHeld, teamMoten } from '../../domain/motesplan.js';
import { teamprofil } from '../../domain/insatsprofil.js';
import type { PrismaClient } from '../../prisma/client.js';
import { motesfolkSql } from '../../prisma/motesfolk.js';
import { asProfil } from '../../prisma/profil.js';
import { readTeamkalender } from '../../prisma/teamkalender.js';

/** A meeting in somebody's calendar. */
export interface Kalendermote {
  /** The same whatever becomes of the meeting. */
  readonly uid: string;
  readonly borjar: Instant;
  readonly slutar: Instant;
  readonly insats: string;
  /** The page of the meeting, or of all of hers. */
  readonly adress: string;
}

/** From which day to which. */
export interface Kalendertid {
  readonly fran: Dag;
  readonly till: Dag;
  /** Now, ISO. */
  readonly nu: Instant;
}

interface Teamrad {
  readonly id: string;
  readonly kod: string;
  readonly insats: string;
  readonly innehall: unknown;
  /** Whether she comes to all its meetings; otherwise to those that she is called in to. */
  readonly alla: boolean;
}

/** The teams whose meetings are a person's own: she sits there, leads them, or may be called in. */
const readTeam = (prisma: PrismaClient, { id }: Pick<Person, 'id'>): Promise<Teamrad[]> => prisma.$queryRaw`
  SELECT t.id, t.kod, i.namn AS insats, s.alla,
    (SELECT ip.innehall FROM insatsprofil ip WHERE ip."insatsId" = i.id ORDER BY ip.version DESC LIMIT 1) AS innehall
  FROM team t JOIN insats i ON i.id = t."insatsId"
  JOIN LATERAL (
    SELECT EXISTS (SELECT 1 FROM ${motesfolkSql} f WHERE f."teamId" = t.id AND f."anvandareId" = ${id}::uuid) AS alla) s
    ON s.alla OR EXISTS (SELECT 1 FROM teammedlem m WHERE m."teamId" = t.id AND m."anvandareId" = ${id}::uuid)
  ORDER BY i.namn, t.kod`;

interface Moterad {
  readonly id: string;
  readonly borjar: Date;
  readonly flyttadFran: Date | null;
  readonly extra: boolean;
  readonly installt: boolean;
  readonly arenden: number;
  readonly inkallad: boolean;
}

/** The meetings of a team that have rows, within a time. */
const readRader = (prisma: PrismaClient, teamId: string, anvandareId: string, { fran, till }: Kalendertid) => {
  const [from, to] = [svenskKalender.startOfDay(fran), svenskKalender.startOfDay(svenskKalender.addDays(till, 1))];
  return prisma.$queryRaw<Moterad[]>`
    SELECT m.id, m.borjar, m."flyttadFran", m.extra, m.installt,
      (SELECT count(*) FROM motespunkt p WHERE p."moteId" = m.id AND NOT p.utgatt)::int AS arenden,
      EXISTS (SELECT 1 FROM motesdeltagare d WHERE d."moteId" = m.id AND d.inkallad
              AND d."anvandareId" = ${anvandareId}::uuid) AS inkallad
    FROM mote m WHERE m."teamId" = ${teamId}::uuid
      AND m.borjar >= ${new Date(from)}::timestamptz AND m.borjar < ${new Date(to)}::timestamptz`;
};

/**
 * The meetings that a person comes to: of the teams that she sits in or leads, and those that she is called in to. Those of
 * the past as they were held; those to come as the cadence has them too. Cancelled ones are left out.
 */
export async function kalendermoten(prisma: PrismaClient, person: Person, tid: Kalendertid): Promise<Kalendermote[]> {
  const all: Kalendermote[] = [];
  for (const team of await readTeam(prisma, person)) all.push(...(await motenOf(prisma, team, person.id, tid)));
  return all.toSorted((a, b) => a.borjar.localeCompare(b.borjar) || a.uid.localeCompare(b.uid));
}

async function motenOf(
  prisma: PrismaClient,
  team: Teamrad,
  anvandareId: string,
  tid: Kalendertid,
): Promise<Kalendermote[]> {
  const profil = asProfil(team.innehall);
  // a team that the profile has no longer meets no more
  if (!profil.team.some(({ kod }) => kod === team.kod)) return [];
  const rader = await readRader(prisma, team.id, anvandareId, tid);
  const { andringar, team: today } = await readTeamkalender(prisma, team.id, tid.nu);
  const grund = { profil, kalender: svenskKalender, dagordning: { andringar, belaggning: [], team: today } };
  const planerade = new Set<Instant>();
  for (const { borjar, dag } of teamMoten(team.kod, grund, svenskKalender.dayOf(tid.nu))) {
    if (dag > tid.till) break;
    planerade.add(borjar);
  }
  const moments = [...planerade];
  const egna = rader.filter(
    ({ inkallad, installt, borjar, ...rad }) =>
      (team.alla || inkallad) &&
      !installt &&
      (borjar.toISOString() <= tid.nu || isHeld({ ...rad, borjar: borjar.toISOString(), installt }, moments)),
  );
  const taken = new Set(rader.map(({ borjar }) => borjar.toISOString()));
  const planned = team.alla ? moments.filter((borjar) => !taken.has(borjar)) : [];
  const of = (borjar: Instant, uid: string, id?: string): Kalendermote => ({
    uid,
    borjar,
    slutar: motetsSlut(borjar, teamprofil(profil, team.kod)),
    insats: team.insats,
    adress: id === undefined ? '/moten' : `/moten/${id}`,
  });
  return [
    ...egna.map((rad) => of(rad.borjar.toISOString(), uidOf(team.id, rad), rad.id)),
    ...planned.map((borjar) => of(borjar, planeradUid(team.id, borjar))),
  ];
}

/** A meeting of the cadence is the same one before it has a row, and after it has been moved. */
const uidOf = (teamId: string, { id, borjar, extra, flyttadFran }: Moterad): string =>
  extra && !flyttadFran ? `mote-${id}` : planeradUid(teamId, (flyttadFran ?? borjar).toISOString());

const planeradUid = (teamId: string, borjar: Instant): string =>
  `mote-${teamId}-${borjar.replace(/\D/g, '').slice(0, 12)}`;
