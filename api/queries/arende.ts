import type { Kollega } from '../../domain/tilldelning.js';
import { kollegaSql } from './fordelbar.js';
import type { NyHandelse } from '../../domain/forandring.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { asProfil } from '../../prisma/profil.js';
import type { Lage } from '../../domain/lage.js';
import type { PrismaClient } from '../../prisma/client.js';
import { readKo } from './insatsplatser.js';

/** Somebody or something that is shown by its name. */
export interface Namngiven {
  readonly id: string;
  readonly namn: string;
}

/** An event of the timeline as it is read; `skal` is the text that was given with the decision, if any. */
export interface LastHandelse {
  readonly version: number;
  readonly ordning: number;
  readonly typ: string;
  readonly nar: string;
  readonly av?: string;
  readonly avId?: string;
  /** Who was away and in whose place it was decided. */
  readonly istalletFor?: string;
  readonly skal?: string;
  readonly data: NyHandelse['data'];
}

/** What every view of a case shows, and what its timeline and forms are made from. */
export interface Arendehuvud {
  readonly id: string;
  readonly nummer: string;
  readonly insats: { readonly id: string; readonly kod: string; readonly namn: string };
  readonly team: string;
  readonly lage: Lage;
  readonly profil: Insatsprofil;
  /** The version of the insats's profile that new ärenden get. */
  readonly nyasteVersion: number;
  readonly person: {
    readonly namn?: string;
    readonly fodelsear: number;
    readonly skyddad: boolean;
    readonly alias?: string;
  };
  readonly remittent: Namngiven;
  readonly koordinator?: Namngiven;
  readonly sammankallande: readonly Namngiven[];
  readonly styrgrupp: readonly Namngiven[];
  /** The turn in the queue, of a case that waits for a place: from 1. */
  readonly kotur?: { readonly plats: number; readonly antal: number };
  /** Names of the förbund's verksamheter and of the people that events mention or who owe a task, by id. */
  readonly namn: Readonly<Record<string, string>>;
  /** Who has taken an open task or was given it, by the task's number, whether or not she may still do it. */
  readonly tilldelade: Readonly<Record<string, Kollega>>;
  readonly handelser: readonly LastHandelse[];
}

/**
 * Reads what stands on every view of a case, in one statement; of one in the queue the turn is read by another.
 *
 * @param dag the Swedish day, `YYYY-MM-DD`
 * @throws Error when the ärende does not exist; the caller has found it before
 */
export async function readArendehuvud(prisma: PrismaClient, arendeId: string, dag: string): Promise<Arendehuvud> {
  const rows = await prisma.$queryRaw<{ huvud: Arendehuvud }[]>`
    SELECT json_strip_nulls(json_build_object(
      'id', a.id, 'nummer', a.nummer, 'lage', a.lage, 'profil', ip.innehall, 'team', t.namn,
      'nyasteVersion', (SELECT max(n.version) FROM insatsprofil n WHERE n."insatsId" = a."insatsId"),
      'insats', json_build_object('id', i.id, 'kod', i.kod, 'namn', i.namn),
      'person', json_build_object('namn', CASE WHEN NOT p.skyddad THEN p.namn END, 'fodelsear', p.fodelsear, 'skyddad', p.skyddad, 'alias', p.alias),
      'remittent', json_build_object('id', rem.id, 'namn', rem.namn),
      'koordinator', CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'namn', k.namn) END,
      'sammankallande', coalesce((
        SELECT json_agg(json_build_object('id', u.id, 'namn', u.namn) ORDER BY u.namn)
        FROM roll r JOIN anvandare u ON u.id = r."anvandareId" AND u.aktiv
        WHERE r.roll = 'sammankallande' AND r."insatsId" = a."insatsId"), '[]'),
      'styrgrupp', coalesce((
        SELECT json_agg(json_build_object('id', u.id, 'namn', u.namn) ORDER BY u.namn)
        FROM roll r JOIN anvandare u ON u.id = r."anvandareId" AND u.aktiv
        WHERE r.roll = 'styrgrupp' AND r."insatsId" = a."insatsId"), '[]'),
      'namn', coalesce((
        SELECT json_object_agg(n.id, n.namn) FROM (
          SELECT v.id, v.namn FROM verksamhet v WHERE v."forbundId" = i."forbundId"
          UNION ALL
          SELECT u.id, u.namn FROM anvandare u WHERE u.id::text IN (
            SELECT unnest(ARRAY[h.data->>'koordinator', h.data->>'tidigare']) FROM handelse h WHERE h."arendeId" = a.id
            UNION ALL
            SELECT jsonb_array_elements_text(a.lage->'namngivna')
            UNION ALL
            SELECT o."anvandareId"::text FROM uppgift o WHERE o."arendeId" = a.id AND o.avslutad IS NULL)) n), '{}'),
      'tilldelade', coalesce((
        SELECT json_object_agg(split_part(u.id, '/', 2), (SELECT ${kollegaSql(dag)} FROM anvandare a WHERE a.id = u."tilldeladId"))
        FROM uppgift u WHERE u."arendeId" = a.id AND u.avslutad IS NULL AND u."tilldeladId" IS NOT NULL), '{}'),
      'handelser', coalesce((
        SELECT json_agg(json_build_object(
          'version', h.version, 'ordning', h.ordning, 'typ', h.typ, 'nar', h.nar, 'data', h.data, 'av', u.namn,
          'avId', u.id, 'istalletFor', ui.namn, 'skal', coalesce(b.formular->>'skal', CASE WHEN b.typ = 'insatstidsoversyn' THEN b.formular->>'text' END))
          ORDER BY h.version, h.ordning)
        FROM handelse h LEFT JOIN anvandare u ON u.id = h."avId"
        LEFT JOIN beslut b ON b.id = h."beslutId" AND h.typ = b.typ
        LEFT JOIN anvandare ui ON ui.id = b."istalletForId"
        WHERE h."arendeId" = a.id), '[]')
    )) AS huvud
    FROM arende a
    JOIN insats i ON i.id = a."insatsId"
    JOIN insatsprofil ip ON ip."insatsId" = a."insatsId" AND ip.version = a.profilversion
    JOIN team t ON t.id = a."teamId"
    JOIN individ p ON p.id = a."individId"
    JOIN remiss re ON re."arendeId" = a.id
    JOIN anvandare rem ON rem.id = re."remittentId"
    LEFT JOIN anvandare k ON k.id = a."koordinatorId"
    WHERE a.id = ${arendeId}::uuid`;
  const huvud = rows[0]?.huvud;
  if (!huvud) throw new Error(`No ärende ${arendeId}`);
  const kotur = huvud.lage.fas === 'ko' ? await readTur(prisma, huvud) : undefined;
  return { ...huvud, profil: asProfil(huvud.profil), ...(kotur && { kotur }) };
}

async function readTur(
  prisma: PrismaClient,
  { id, insats }: Pick<Arendehuvud, 'id' | 'insats'>,
): Promise<Arendehuvud['kotur']> {
  const ko = await readKo(prisma, insats.id);
  const plats = ko.findIndex(({ arendeId }) => arendeId === id) + 1;
  return plats === 0 ? undefined : { plats, antal: ko.length };
}
