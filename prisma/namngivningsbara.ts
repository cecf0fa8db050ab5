import { Prisma, type Transaction } from './client.js';

/** Somebody who can be named in a protected person's ärende, with the work that brings her there. */
export interface Namngivningsbar {
  readonly id: string;
  readonly namn: string;
  readonly verksamhet: string;
  /** Whether she sent the remiss. */
  readonly remittent: boolean;
}

/**
 * Who has to do with an ärende and works here: who sent it, those who hold a role in its insats, its team, and those who
 * have promised something in it. For `arende a`, as one JSON list by name.
 */
export const namngivningsbaraSql = Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('id', nu.id, 'namn', nu.namn, 'verksamhet', nv.namn,
      'remittent', nu.id = (SELECT ns."remittentId" FROM remiss ns WHERE ns."arendeId" = a.id))
                  ORDER BY nu.namn COLLATE "sv-x-icu", nu.id)
  FROM anvandare nu JOIN verksamhet nv ON nv.id = nu."verksamhetId"
  WHERE nu.aktiv AND nu.id IN (
    SELECT nr."remittentId" FROM remiss nr WHERE nr."arendeId" = a.id
    UNION SELECT ro."anvandareId" FROM roll ro WHERE ro."insatsId" = a."insatsId"
      OR (ro."insatsId" IS NULL AND ro.roll IN ('koordinator', 'sammankallande', 'styrgrupp'))
    UNION SELECT nt."anvandareId" FROM teammedlem nt WHERE nt."teamId" = a."teamId"
    UNION SELECT no."anvandareId" FROM uppgift no
      WHERE no."arendeId" = a.id AND no.avslutad IS NULL AND no."anvandareId" IS NOT NULL)), '[]')`;

/** Reads who can be named in an ärende, in one statement. */
export async function readNamngivningsbara(
  db: Pick<Transaction, '$queryRaw'>,
  arendeId: string,
): Promise<readonly Namngivningsbar[]> {
  const [found] = await db.$queryRaw<{ folk: readonly Namngivningsbar[] }[]>`
    SELECT ${namngivningsbaraSql} AS folk FROM arende a WHERE a.id = ${arendeId}::uuid`;
  return found?.folk ?? [];
}
