import type { Formular } from '../../domain/formular.js';
import type { PrismaClient } from '../../prisma/client.js';

/** Who registered something, and when (ISO). */
export interface Kalla {
  readonly av?: string;
  readonly nar?: string;
}

/** One version of the genomförandeplan. */
export interface LastPlan extends Kalla {
  readonly version: number;
  readonly lage: 'utkast' | 'gallande';
  readonly datum: string;
  readonly mal: string;
  readonly delmal: Formular<'genomforandeplan'>['delmal'];
  readonly uppfoljning: string;
  readonly ansvar: string;
  readonly deltog?: string;
  readonly installning?: string;
  readonly invandning?: string;
  readonly kopiaLamnad: boolean;
  readonly kopiaSprak?: string;
  readonly tolk: boolean;
}

/** A self-rating; `typ` is the kind of decision that it was given with. */
export interface LastSkattning extends Kalla {
  readonly beslutId: string;
  readonly datum: string;
  readonly steg: number;
  readonly typ?: string;
  readonly text?: string;
}

/** A kartläggning, or the team's decision to go on without, as it is read. */
export interface Kartlaggningsinnehall {
  readonly utan?: boolean;
  readonly utanSkal?: string;
  readonly instrument?: string;
  readonly utfordAv?: string;
  readonly certifierad?: boolean;
  readonly klar: string;
  readonly sammanfattning?: string;
  readonly resurser?: string;
  readonly hinder?: string;
  /** The spår chosen with it. */
  readonly spar: string;
}

export type LastKartlaggning = Kartlaggningsinnehall & Kalla;

export interface LastAktivitet extends Kalla {
  readonly id: string;
  readonly slag: string;
  readonly plats: string;
  readonly fran: string;
  readonly till?: string;
  readonly omfattning: number;
  readonly text?: string;
  readonly slutade?: string;
  readonly resultat?: string;
}

export interface LastErsattning extends Kalla {
  readonly id: string;
  readonly slag: string;
  readonly skickad: string;
  readonly beslutad?: string;
  readonly utfall?: string;
  readonly text?: string;
  readonly beskedText?: string;
}

/** Kartläggning, plan, ratings and verkställighet of a case; what is missing has not happened. */
export interface Arbete {
  /** Twelve digits; not read for a protected person. */
  readonly personnummer?: string;
  /** The latest version first. */
  readonly planer: readonly LastPlan[];
  readonly planuppfoljningar: readonly ({ beslutId: string; datum: string; text: string; steg?: number } & Kalla)[];
  /** The earliest first. */
  readonly skattningar: readonly LastSkattning[];
  readonly kartlaggning?: LastKartlaggning;
  /** By their first day. */
  readonly aktiviteter: readonly LastAktivitet[];
  readonly ersattningar: readonly LastErsattning[];
}

/**
 * Reads what the work in a case has produced, with who registered each part, in one statement. Days are `YYYY-MM-DD`.
 *
 * @throws Error when the ärende does not exist; the caller has found it before
 */
export async function readArbete(prisma: PrismaClient, arendeId: string): Promise<Arbete> {
  const rows = await prisma.$queryRaw<{ arbete: Arbete }[]>`
    WITH kalla AS (
      SELECT b.id, b.typ, b.fattat AS nar, u.namn AS av,
        CASE WHEN b.typ = 'skattning' THEN b.formular->>'text' END AS text
      FROM beslut b JOIN anvandare u ON u.id = b."avId"
      WHERE b."arendeId" = ${arendeId}::uuid AND b.fattat IS NOT NULL
    )
    SELECT json_strip_nulls(json_build_object(
      'personnummer', CASE WHEN NOT p.skyddad THEN p.personnummer END,
      'planer', coalesce((
        SELECT json_agg(to_jsonb(g) || jsonb_build_object('av', k.av, 'nar', k.nar) ORDER BY g.version DESC)
        FROM genomforandeplan g LEFT JOIN kalla k ON k.id = g."beslutId" WHERE g."arendeId" = a.id), '[]'),
      'planuppfoljningar', coalesce((
        SELECT json_agg(to_jsonb(f) || jsonb_build_object('steg', s.steg, 'av', k.av, 'nar', k.nar) ORDER BY f.datum DESC, k.nar DESC)
        FROM planuppfoljning f LEFT JOIN skattning s ON s."beslutId" = f."beslutId"
        LEFT JOIN kalla k ON k.id = f."beslutId" WHERE f."arendeId" = a.id), '[]'),
      'skattningar', coalesce((
        SELECT json_agg(to_jsonb(s) || jsonb_build_object('typ', k.typ, 'text', k.text, 'av', k.av, 'nar', k.nar) ORDER BY s.datum, k.nar)
        FROM skattning s LEFT JOIN kalla k ON k.id = s."beslutId" WHERE s."arendeId" = a.id), '[]'),
      'kartlaggning', (
        SELECT to_jsonb(m) || coalesce((
          SELECT jsonb_build_object('av', k.av, 'nar', k.nar) FROM kalla k
          WHERE k.typ IN ('kartlaggning', 'utan_kartlaggning') ORDER BY k.nar DESC LIMIT 1), '{}')
        FROM kartlaggning m WHERE m."arendeId" = a.id),
      'aktiviteter', coalesce((
        SELECT json_agg(to_jsonb(v) || jsonb_build_object('av', k.av, 'nar', k.nar) ORDER BY v.fran, k.nar)
        FROM aktivitet v LEFT JOIN kalla k ON k.id = v.id WHERE v."arendeId" = a.id), '[]'),
      'ersattningar', coalesce((
        SELECT json_agg(to_jsonb(e) || jsonb_build_object('av', k.av, 'nar', k.nar) ORDER BY e.skickad, k.nar)
        FROM ersattningsansokan e LEFT JOIN kalla k ON k.id = e.id WHERE e."arendeId" = a.id), '[]')
    )) AS arbete
    FROM arende a JOIN individ p ON p.id = a."individId"
    WHERE a.id = ${arendeId}::uuid`;
  const arbete = rows[0]?.arbete;
  if (!arbete) throw new Error(`No ärende ${arendeId}`);
  return arbete;
}
