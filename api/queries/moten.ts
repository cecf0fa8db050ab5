import type { Person } from '../../domain/atkomst.js';
import type { Insatslage } from '../../domain/insats/lage.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { isHeld } from '../../domain/motesplan.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { asProfil } from '../../prisma/profil.js';
import { isOneOf, rackviddFor, teamOf, withinRackvidd } from './rackvidd.js';

/** A meeting in the calendar; no personal data. */
export interface Kalendermote {
  /** Missing for one that is only planned: nothing stands on its agenda and nothing about it was changed. */
  readonly id?: string | undefined;
  readonly borjar: string;
  readonly dag: string;
  readonly teamId: string;
  readonly team: string;
  readonly insats: string;
  readonly arenden: number;
  /** How many the agenda holds; missing when there is no limit. */
  readonly platser?: number | undefined;
  /** The last day on which a case can come to the agenda. */
  readonly stanger: string;
  readonly installt: boolean;
  readonly avslutat: boolean;
  /** Ärenden that the meeting has not said anything about yet. */
  readonly utanSvar: number;
}

/** The calendar of the teams that a person sits in or leads. */
export interface Moteskalender {
  /** From today, the first on top. */
  readonly kommande: readonly Kalendermote[];
  /** Before today, the latest on top; one page of them. */
  readonly tidigare: readonly Kalendermote[];
  readonly antalTidigare: number;
}

/** How many coming meetings of a team are shown, and how many past ones on a page. */
const KOMMANDE = 6;
export const TIDIGARE_PER_SIDA = 20;

interface Moterad {
  id: string;
  teamId: string;
  borjar: Date;
  installt: boolean;
  extra: boolean;
  avslutat: boolean;
  arenden: number;
  utanSvar: number;
}

const moterad = Prisma.sql`
  m.id, m."teamId", m.borjar, m.installt, m.extra, m.avslutat IS NOT NULL AS avslutat,
  (SELECT count(*) FROM motespunkt p WHERE p."moteId" = m.id AND NOT p.utgatt)::int AS arenden,
  (SELECT count(*) FROM motespunkt p WHERE p."moteId" = m.id AND NOT p.utgatt AND NOT (
    EXISTS (SELECT 1 FROM rekommendation r WHERE r."moteId" = p."moteId" AND r."arendeId" = p."arendeId")
    OR EXISTS (SELECT 1 FROM teamlyft l WHERE l."moteId" = p."moteId" AND l."arendeId" = p."arendeId"
               AND l.svarat IS NOT NULL)))::int AS "utanSvar"`;

/** The teams whose meetings a person may see: those she sits in, and those of the insatser she leads. */
async function readTeam(prisma: PrismaClient, person: Person) {
  const leds = rackviddFor(person, ['sammankallande']);
  const rows = await prisma.$queryRaw<
    {
      id: string;
      kod: string;
      namn: string;
      insatsId: string;
      insats: string;
      lage: Insatslage | null;
      innehall: unknown;
    }[]
  >`
    SELECT t.id, t.kod, t.namn, i.id AS "insatsId", i.namn AS insats, i.lage,
      (SELECT ip.innehall FROM insatsprofil ip WHERE ip."insatsId" = i.id ORDER BY ip.version DESC LIMIT 1) AS innehall
    FROM team t JOIN insats i ON i.id = t."insatsId"
    WHERE ${isOneOf(Prisma.sql`t.id`, teamOf(person))} OR ${withinRackvidd(Prisma.sql`i.id`, leds)}
    ORDER BY i.namn, t.namn`;
  return rows.map(({ innehall, ...team }) => ({ ...team, profil: asProfil(innehall as Prisma.JsonValue) }));
}
type Team = Awaited<ReturnType<typeof readTeam>>[number];

function toMote(team: Team, borjar: string, rad?: Omit<Moterad, 'borjar'>): Kalendermote {
  const dag = svenskKalender.dayOf(borjar);
  return {
    id: rad?.id,
    borjar,
    dag,
    teamId: team.id,
    team: team.namn,
    insats: team.insats,
    arenden: rad?.arenden ?? 0,
    platser: team.profil.team.find(({ kod }) => kod === team.kod)?.platser,
    stanger: svenskKalender.addArbetsdagar(dag, -team.profil.frister.agendaStangerArbetsdagar),
    installt: rad?.installt ?? false,
    avslutat: rad?.avslutat ?? false,
    utanSvar: rad?.utanSvar ?? 0,
  };
}

/**
 * The planned meetings of a team with what the table knows of them, and those that only stand there: of the day, cancelled,
 * or held although the cadence has changed.
 */
function kommande(team: Team, rader: readonly Moterad[], idag: string): Kalendermote[] {
  const planerade = (team.lage?.moten[team.kod] ?? []).map(({ borjar }) => borjar);
  const egna = new Map(
    rader
      .filter(({ teamId }) => teamId === team.id)
      .map((rad) => ({ ...rad, borjar: rad.borjar.toISOString() }))
      .filter((rad) => rad.installt || svenskKalender.dayOf(rad.borjar) === idag || isHeld(rad, planerade))
      .map((rad) => [rad.borjar, rad]),
  );
  return [...new Set([...planerade.slice(0, KOMMANDE), ...egna.keys()])].map((borjar) =>
    toMote(team, borjar, egna.get(borjar)),
  );
}

/**
 * Reads the meetings of a person's teams: coming ones from today, and a page of the past ones. Three statements.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 * @param sida which page of the past meetings, from 1
 */
export async function readMoteskalender(
  prisma: PrismaClient,
  person: Person,
  idag: string,
  sida: number,
): Promise<Moteskalender> {
  const team = await readTeam(prisma, person);
  const ids = team.map(({ id }) => id);
  const today = new Date(svenskKalender.startOfDay(idag));
  const own = Prisma.sql`FROM mote m WHERE ${isOneOf(Prisma.sql`m."teamId"`, ids)}`;
  const [coming, past] = await Promise.all([
    prisma.$queryRaw<Moterad[]>`SELECT ${moterad} ${own} AND m.borjar >= ${today}`,
    prisma.$queryRaw<(Moterad & { alla: number })[]>`
      SELECT ${moterad}, (count(*) OVER ())::int AS alla ${own} AND m.borjar < ${today}
      ORDER BY m.borjar DESC, m.id LIMIT ${TIDIGARE_PER_SIDA} OFFSET ${(sida - 1) * TIDIGARE_PER_SIDA}`,
  ]);
  return {
    kommande: team
      .flatMap((one) => kommande(one, coming, idag))
      .filter(({ dag }) => dag >= idag)
      .toSorted((a, b) => a.borjar.localeCompare(b.borjar)),
    tidigare: past.flatMap((rad) => {
      const of = team.find(({ id }) => id === rad.teamId);
      return of ? [toMote(of, rad.borjar.toISOString(), rad)] : [];
    }),
    antalTidigare: past[0]?.alla ?? 0,
  };
}
