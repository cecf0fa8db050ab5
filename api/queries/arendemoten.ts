import type { PrismaClient } from '../../prisma/client.js';

/** One meeting on whose agenda the ärende stands or has stood. */
export interface Arendemote {
  readonly id: string;
  readonly borjar: string;
  readonly narvarande: readonly string[];
  readonly yttranden: readonly { verksamhet: string; av?: string; nar: string; svar: string; text?: string }[];
  readonly rekommendation?: { utfall: string; motivering: string };
  /** The question of an enrolled case that the team was asked there, instead of yttranden. */
  readonly lyft?: { fraga: string; svar?: string; svarat?: string };
}

/** A samtycke as the case shows it. Days are `YYYY-MM-DD`. */
export interface Arendesamtycke {
  readonly id: string;
  readonly verksamhetId: string;
  readonly verksamhet: string;
  readonly uppgiftsslag: readonly string[];
  readonly giltigtFran: string;
  readonly giltigtTill?: string;
  readonly form: string;
  readonly lamnatAv: string;
  readonly andamal: string;
  /** The insatser that it names beside the ärende's own, by kod. */
  readonly insatser: readonly string[];
  readonly sprak?: string;
  readonly tolk: boolean;
  readonly aterkallat?: string;
}

/** Reads the meetings that took a case up or will, the latest first, with what each verksamhet answered; one statement. */
export async function readArendemoten(prisma: PrismaClient, arendeId: string): Promise<readonly Arendemote[]> {
  const rows = await prisma.$queryRaw<{ moten: Arendemote[] }[]>`
    SELECT coalesce(json_agg(json_strip_nulls(json_build_object(
      'id', m.id, 'borjar', m.borjar,
      'narvarande', coalesce((
        SELECT json_agg(v.namn ORDER BY v.namn) FROM narvaro n JOIN verksamhet v ON v.id = n."verksamhetId"
        WHERE n."moteId" = m.id AND n."arendeId" = p."arendeId"), '[]'),
      'yttranden', coalesce((
        SELECT json_agg(json_build_object('verksamhet', v.namn, 'av', u.namn, 'nar', y.nar, 'svar', y.svar, 'text', y.text)
                        ORDER BY v.namn)
        FROM yttrande y JOIN verksamhet v ON v.id = y."verksamhetId" LEFT JOIN anvandare u ON u.id = y."avId"
        WHERE y."moteId" = m.id AND y."arendeId" = p."arendeId"), '[]'),
      'rekommendation', (
        SELECT json_build_object('utfall', r.utfall, 'motivering', r.motivering) FROM rekommendation r
        WHERE r."moteId" = m.id AND r."arendeId" = p."arendeId"),
      'lyft', (
        SELECT json_build_object('fraga', l.fraga, 'svar', l.svar, 'svarat', l.svarat) FROM teamlyft l
        WHERE p.slag = 'teamlyft' AND l."moteId" = m.id AND l."arendeId" = p."arendeId" ORDER BY l.lyft DESC LIMIT 1)
    )) ORDER BY m.borjar DESC), '[]') AS moten
    FROM motespunkt p JOIN mote m ON m.id = p."moteId" WHERE p."arendeId" = ${arendeId}::uuid AND NOT p.utgatt`;
  return rows[0]?.moten ?? [];
}

/** Reads a case's samtycken in one statement. */
export async function readArendesamtycken(prisma: PrismaClient, arendeId: string): Promise<readonly Arendesamtycke[]> {
  const rows = await prisma.$queryRaw<{ samtycken: Arendesamtycke[] }[]>`
    SELECT coalesce(json_agg(jsonb_strip_nulls(to_jsonb(s) || jsonb_build_object('verksamhet', v.namn))
                    ORDER BY v.namn, s."giltigtFran"), '[]') AS samtycken
    FROM samtycke s JOIN verksamhet v ON v.id = s."verksamhetId" WHERE s."arendeId" = ${arendeId}::uuid`;
  return rows[0]?.samtycken ?? [];
}
