import { rattTill, verksamheterFor, type Arenderelation, type Person } from '../../domain/atkomst.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { relationSql } from '../../prisma/relation-sql.js';
import { isOneOf, teamOf } from './rackvidd.js';

/** An ärende on a coming meeting of a team that the person sits in; no personal data. */
export interface Motesarende {
  nummer: string;
  insats: string;
  /** when the meeting begins */
  borjar: Date;
  /** whether no yttrande is left to give by the verksamheter that the person represents; a lifted question asks for none */
  yttrandeLamnat: boolean;
}

interface Row {
  nummer: string;
  insats: string;
  borjar: Date;
  slag: string;
  lamnat: string[];
  relation: Arenderelation;
}

/**
 * The ärenden on the meetings from today of the teams that a person sits in, those that samtycke opens to her
 * verksamhet. One statement; the access rule decides what of it is hers to see.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function motesarenden(prisma: PrismaClient, person: Person, idag: string): Promise<Motesarende[]> {
  const teams = teamOf(person);
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT a.nummer, i.namn AS insats, m.borjar, ${relationSql} AS relation,
           p.slag, ARRAY(SELECT y."verksamhetId"::text FROM yttrande y
                 WHERE y."arendeId" = a.id AND y."moteId" = m.id AND y.svar = 'lamnat') AS lamnat
    FROM mote m
    JOIN motespunkt p ON p."moteId" = m.id
    JOIN arende a ON a.id = p."arendeId"
    JOIN remiss r ON r."arendeId" = a.id
    JOIN insats i ON i.id = a."insatsId"
    WHERE ${isOneOf(Prisma.sql`m."teamId"`, teams)} AND a.fas <> 'stangd' AND NOT p.utgatt AND NOT m.installt
      AND (m.borjar AT TIME ZONE 'Europe/Stockholm')::date >= ${idag}::date
    ORDER BY m.borjar, p.ordning, a.nummer`;
  return rows.flatMap(({ relation, lamnat, slag, ...row }) => {
    const represented = verksamheterFor(person, relation, idag);
    if (represented.length === 0 || !rattTill(person, 'las_arende', relation, idag)) return [];
    return [{ ...row, yttrandeLamnat: slag === 'teamlyft' || represented.every((id) => lamnat.includes(id)) }];
  });
}
