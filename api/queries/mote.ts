import type { Arenderelation } from '../../domain/atkomst.js';
import type { Motesprotokoll } from '../../domain/mote.js';
import type { PrismaClient } from '../../prisma/client.js';
import { asProfil } from '../../prisma/profil.js';
import { relationSql } from '../../prisma/relation-sql.js';
import { teamprofil } from '../../domain/insatsprofil.js';
import type { LastAtgard } from './arendeoversikt.js';

/** An ärende on an agenda: ids and codes, so that the access rule can be asked before anything of it is read. */
export interface Agendapunkt {
  readonly arendeId: string;
  readonly nummer: string;
  readonly slag: 'konsultation' | 'teamlyft';
  readonly oronmarkt: boolean;
  /** Whether the meeting has said what it had to say. */
  readonly klar: boolean;
  /** The verksamheter that have given a yttrande. */
  readonly lamnat: readonly string[];
  readonly relation: Arenderelation;
}

/** One who can come in somebody's place, or has been called in. */
export interface Ersattare {
  readonly id: string;
  readonly namn: string;
  readonly verksamhet: string;
  readonly inkallad: boolean;
}

/** A meeting without what stands in its ärenden. */
export interface Motessida {
  readonly id: string;
  readonly borjar: string;
  readonly installt: boolean;
  readonly avslutat?: string;
  readonly avslutatAv?: string;
  readonly insatsId: string;
  readonly insats: string;
  readonly insatsKod: string;
  readonly teamId: string;
  readonly team: string;
  readonly teamKod: string;
  readonly minuterPerArende: number;
  readonly platser?: number;
  readonly stangerArbetsdagar: number;
  /** The team's verksamheter, by id and name. */
  readonly verksamheter: readonly { readonly id: string; readonly namn: string }[];
  readonly ersattare: readonly Ersattare[];
  readonly punkter: readonly Agendapunkt[];
}

interface Rad extends Omit<Motessida, 'minuterPerArende' | 'platser' | 'stangerArbetsdagar'> {
  readonly profil: Parameters<typeof asProfil>[0];
}

/** The id of a team's meeting at a moment. One statement; undefined when there is none. */
export const findMoteId = async (prisma: PrismaClient, teamId: string, borjar: string): Promise<string | undefined> =>
  (await prisma.mote.findUnique({ where: { teamId_borjar: { teamId, borjar } }, select: { id: true } }))?.id;

/** Reads a meeting with its agenda, in one statement and without personal data; undefined when there is none. */
export async function readMote(prisma: PrismaClient, id: string): Promise<Motessida | undefined> {
  const rows = await prisma.$queryRaw<{ mote: Rad }[]>`
    SELECT json_strip_nulls(json_build_object(
      'id', m.id, 'borjar', m.borjar, 'installt', m.installt, 'avslutat', m.avslutat, 'avslutatAv', av.namn,
      'insatsId', mi.id, 'insats', mi.namn, 'insatsKod', mi.kod, 'teamId', t.id, 'team', t.namn, 'teamKod', t.kod,
      'profil', (SELECT ip.innehall FROM insatsprofil ip WHERE ip."insatsId" = mi.id ORDER BY ip.version DESC LIMIT 1),
      'verksamheter', coalesce((
        SELECT json_agg(v ORDER BY v.namn) FROM (
          SELECT DISTINCT tv.id, tv.namn FROM teammedlem tm JOIN verksamhet tv ON tv.id = tm."verksamhetId"
          WHERE tm."teamId" = t.id) v), '[]'),
      'ersattare', coalesce((
        SELECT json_agg(json_build_object('id', u.id, 'namn', u.namn, 'verksamhet', ev.namn,
          'inkallad', coalesce(d.inkallad, FALSE)) ORDER BY ev.namn, u.namn)
        FROM teammedlem tm JOIN anvandare u ON u.id = tm."anvandareId" AND u.aktiv
        JOIN verksamhet ev ON ev.id = tm."verksamhetId"
        LEFT JOIN motesdeltagare d ON d."moteId" = m.id AND d."anvandareId" = u.id
        WHERE tm."teamId" = t.id AND tm.ersattare), '[]'),
      'punkter', coalesce((
        SELECT json_agg(json_build_object('arendeId', a.id, 'nummer', a.nummer, 'slag', p.slag, 'oronmarkt', p.oronmarkt,
          'klar', EXISTS (SELECT 1 FROM rekommendation x WHERE x."moteId" = m.id AND x."arendeId" = a.id)
            OR EXISTS (SELECT 1 FROM teamlyft x WHERE x."moteId" = m.id AND x."arendeId" = a.id AND x.svarat IS NOT NULL),
          'lamnat', ARRAY(SELECT y."verksamhetId" FROM yttrande y
                          WHERE y."moteId" = m.id AND y."arendeId" = a.id AND y.svar = 'lamnat'),
          'relation', ${relationSql}) ORDER BY p.ordning, a.nummer)
        FROM motespunkt p JOIN arende a ON a.id = p."arendeId" JOIN remiss r ON r."arendeId" = a.id
        JOIN insats i ON i.id = a."insatsId" WHERE p."moteId" = m.id AND NOT p.utgatt), '[]')
    )) AS mote
    FROM mote m JOIN team t ON t.id = m."teamId" JOIN insats mi ON mi.id = t."insatsId"
    LEFT JOIN anvandare av ON av.id = m."avslutatAv"
    WHERE m.id = ${id}::uuid`;
  const mote = rows[0]?.mote;
  if (!mote) return undefined;
  const { profil: innehall, borjar, ...rest } = mote;
  const profil = asProfil(innehall);
  const { moten, platser } = teamprofil(profil, rest.teamKod);
  return {
    ...rest,
    // the database writes an instant in its own way
    borjar: new Date(borjar).toISOString(),
    minuterPerArende: moten.minuterPerArende,
    ...(platser === undefined ? {} : { platser }),
    stangerArbetsdagar: profil.frister.agendaStangerArbetsdagar,
  };
}

/** The meeting as its rules see it. */
export const asProtokoll = ({ borjar, installt, avslutat, punkter }: Motessida): Motesprotokoll => ({
  borjar,
  installt,
  avslutat: avslutat !== undefined,
  punkter,
});

/** What stands in an ärende on an agenda, for those who may read it. */
export interface Punktinnehall {
  readonly arendeId: string;
  readonly person: {
    readonly namn?: string;
    readonly fodelsear: number;
    readonly skyddad: boolean;
    readonly alias?: string;
  };
  readonly identifierad: boolean;
  readonly remittent: string;
  readonly remittentVerksamhet: string;
  readonly fraga: string;
  /** Of a question that an enrolled case was lifted to the team with. */
  readonly lyft?: { readonly fraga: string; readonly svar?: string; readonly svarat?: string };
  readonly yttranden: readonly {
    readonly verksamhetId: string;
    readonly verksamhet: string;
    readonly svar: string;
    readonly text?: string;
    readonly av?: string;
    readonly nar: string;
  }[];
  readonly narvarande: readonly string[];
  readonly rekommendation?: {
    readonly utfall: string;
    readonly motivering: string;
    readonly av: string;
    readonly nar: string;
    readonly rattelser: readonly {
      readonly nar: string;
      readonly av?: string;
      readonly skal: string;
      readonly motivering: string;
      readonly narvarande: readonly string[];
    }[];
  };
  readonly atgarder: readonly LastAtgard[];
}

/** Reads what stands in some of a meeting's ärenden, in one statement; the caller has asked the access rule and traced it. */
export async function readPunktinnehall(
  prisma: PrismaClient,
  moteId: string,
  arendeIds: readonly string[],
): Promise<ReadonlyMap<string, Punktinnehall>> {
  const rows = await prisma.$queryRaw<{ punkt: Punktinnehall }[]>`
    SELECT json_strip_nulls(json_build_object(
      'arendeId', a.id,
      'person', json_build_object('namn', CASE WHEN NOT i.skyddad THEN i.namn END, 'fodelsear', i.fodelsear,
                                  'skyddad', i.skyddad, 'alias', i.alias),
      'identifierad', re.identifierad, 'remittent', ru.namn, 'remittentVerksamhet', rv.namn, 'fraga', re.fraga,
      'lyft', (SELECT json_build_object('fraga', l.fraga, 'svar', l.svar, 'svarat', l.svarat) FROM teamlyft l
               WHERE p.slag = 'teamlyft' AND l."arendeId" = a.id AND l."moteId" = p."moteId" ORDER BY l.lyft DESC LIMIT 1),
      'yttranden', coalesce((
        SELECT json_agg(json_build_object('verksamhetId', v.id, 'verksamhet', v.namn, 'svar', y.svar, 'text', y.text,
                                          'av', u.namn, 'nar', y.nar) ORDER BY v.namn)
        FROM yttrande y JOIN verksamhet v ON v.id = y."verksamhetId" LEFT JOIN anvandare u ON u.id = y."avId"
        WHERE y."moteId" = p."moteId" AND y."arendeId" = a.id), '[]'),
      'narvarande', coalesce((
        SELECT json_agg(v.namn ORDER BY v.namn) FROM narvaro n JOIN verksamhet v ON v.id = n."verksamhetId"
        WHERE n."moteId" = p."moteId" AND n."arendeId" = a.id), '[]'),
      'rekommendation', (
        SELECT json_build_object('utfall', r.utfall, 'motivering', r.motivering, 'av', u.namn, 'nar', r.nar,
          'rattelser', coalesce((
            SELECT json_agg(json_build_object('nar', x.nar, 'av', xu.namn, 'skal', x.skal, 'motivering', x.motivering,
              'narvarande', coalesce((SELECT json_agg(xv.namn ORDER BY xv.namn) FROM verksamhet xv
                                      WHERE xv.id::text = ANY(x.narvarande)), '[]')) ORDER BY x.nar)
            FROM rekommendationsrattelse x LEFT JOIN anvandare xu ON xu.id = x."avId"
            WHERE x."rekommendationId" = r.id), '[]'))
        FROM rekommendation r LEFT JOIN anvandare u ON u.id = r."avId"
        WHERE r."moteId" = p."moteId" AND r."arendeId" = a.id),
      'atgarder', coalesce((
        SELECT json_agg(json_build_object('id', g.id, 'kallaId', g."kallaId", 'atgard', g.atgard, 'verksamhet', gv.namn,
          'ansvarig', coalesce(gu.namn, g.ansvarig), 'senast', g.senast, 'utfall', g.utfall, 'rapport', g.rapport)
          ORDER BY g.senast, g.id)
        FROM atgard g JOIN verksamhet gv ON gv.id = g."verksamhetId" LEFT JOIN anvandare gu ON gu.id = g."personId"
        WHERE g."kallaId" IN (
          SELECT r.id FROM rekommendation r WHERE r."moteId" = p."moteId" AND r."arendeId" = a.id
          UNION ALL
          SELECT l.id FROM teamlyft l WHERE l."moteId" = p."moteId" AND l."arendeId" = a.id)), '[]')
    )) AS punkt
    FROM motespunkt p JOIN arende a ON a.id = p."arendeId" JOIN individ i ON i.id = a."individId"
    JOIN remiss re ON re."arendeId" = a.id JOIN anvandare ru ON ru.id = re."remittentId"
    JOIN verksamhet rv ON rv.id = re."verksamhetId"
    WHERE p."moteId" = ${moteId}::uuid AND a.id = ANY(${[...arendeIds]}::uuid[])`;
  return new Map(rows.map(({ punkt }) => [punkt.arendeId, punkt]));
}
