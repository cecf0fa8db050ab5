import { isKod, parter, type Rollkod } from '../../domain/koder.js';
import type { PrismaClient } from '../../prisma/client.js';

/** A role of one's own and where it holds; `galler` is missing when it holds everywhere. */
export interface EgenRoll {
  roll: Rollkod;
  galler: string | null;
  ersattare: boolean;
}

/** A person's roles and team seats in words. One statement. */
export const egnaRoller = (prisma: PrismaClient, anvandareId: string): Promise<EgenRoll[]> =>
  prisma.$queryRaw<EgenRoll[]>`
    SELECT r.roll, i.namn AS galler, false AS ersattare
    FROM roll r LEFT JOIN insats i ON i.id = r."insatsId"
    WHERE r."anvandareId" = ${anvandareId}::uuid
      AND NOT (r.roll = 'teamrepresentant' AND EXISTS (
        SELECT 1 FROM teammedlem m WHERE m."anvandareId" = r."anvandareId"))
    UNION
    SELECT 'teamrepresentant', i.namn || ', ' || t.namn || ' för ' || v.namn, m.ersattare
    FROM teammedlem m JOIN team t ON t.id = m."teamId" JOIN insats i ON i.id = t."insatsId"
    JOIN verksamhet v ON v.id = m."verksamhetId"
    WHERE m."anvandareId" = ${anvandareId}::uuid
    ORDER BY roll, galler`;

/** What the förbund of a verksamhet calls its part; the standard's word where the förbund has none. One statement. */
export async function partnamn(prisma: PrismaClient, verksamhetId: string): Promise<string> {
  const { part, forbund } = await prisma.verksamhet.findUniqueOrThrow({
    where: { id: verksamhetId },
    select: { part: true, forbund: { select: { parter: true } } },
  });
  const own = forbund.parter.find(({ kod }) => kod === part);
  return own?.namn ?? (isKod(parter, part) ? parter[part] : part);
}

/** The mail addresses of the kansli, whom people turn to about the service itself. One statement. */
export async function kanslikontakter(prisma: PrismaClient): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ epost: string }[]>`
    SELECT DISTINCT a.epost FROM anvandare a JOIN roll r ON r."anvandareId" = a.id
    WHERE r.roll = 'kansli' AND a.aktiv ORDER BY a.epost`;
  return rows.map(({ epost }) => epost);
}
