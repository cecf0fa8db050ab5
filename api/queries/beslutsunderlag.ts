import type { Formular } from '../../domain/formular.js';
import type { PrismaClient } from '../../prisma/client.js';
import type { Namngiven } from './arende.js';

/** What decision forms offer or show beside the case itself. */
export interface Formulardata {
  readonly koordinatorer: readonly Namngiven[];
  /** Places of the insats that are taken today. */
  readonly upptagna: number;
  /** The latest version of the genomförandeplan. */
  readonly plan?: Pick<Formular<'genomforandeplan'>, 'mal' | 'delmal' | 'uppfoljning' | 'ansvar'>;
  /** The proposed extension that waits for its decision. */
  readonly forslag?: { readonly behov: string; readonly dialogdatum: string; readonly foreslagetSlut: string };
}

/**
 * Reads what the forms of an ärende's decisions offer, in one statement.
 *
 * @param idag the day for which places are counted
 */
export async function readFormulardata(prisma: PrismaClient, arendeId: string, idag: string): Promise<Formulardata> {
  const rows = await prisma.$queryRaw<{ data: Formulardata }[]>`
    SELECT json_strip_nulls(json_build_object(
      'koordinatorer', coalesce((
        SELECT json_agg(json_build_object('id', u.id, 'namn', u.namn) ORDER BY u.namn)
        FROM anvandare u WHERE u.aktiv AND EXISTS (
          SELECT 1 FROM roll r WHERE r."anvandareId" = u.id AND r.roll = 'koordinator' AND r."insatsId" = a."insatsId")), '[]'),
      'upptagna', (
        SELECT count(*) FROM deltagande d
        WHERE d."insatsId" = a."insatsId" AND (d."platsFri" IS NULL OR d."platsFri" > ${idag}::date)),
      'plan', (
        SELECT json_build_object('mal', g.mal, 'delmal', g.delmal, 'uppfoljning', g.uppfoljning, 'ansvar', g.ansvar)
        FROM genomforandeplan g WHERE g."arendeId" = a.id ORDER BY g.version DESC LIMIT 1),
      'forslag', (
        SELECT json_build_object('behov', f.behov, 'dialogdatum', f.dialogdatum, 'foreslagetSlut', f."foreslagetSlut")
        FROM forlangning f WHERE f."arendeId" = a.id AND f.utfall IS NULL
        ORDER BY f.dialogdatum DESC LIMIT 1)
    )) AS data
    FROM arende a WHERE a.id = ${arendeId}::uuid`;
  const data = rows[0]?.data;
  if (!data) throw new Error(`No ärende ${arendeId}`);
  return data;
}
