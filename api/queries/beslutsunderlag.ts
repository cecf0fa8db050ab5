import type { Alderspost } from '../../domain/behorighet.js';
import type { Formular, Styrgruppsfraga } from '../../domain/formular.js';
import type { Bilageslag } from '../../domain/koder.js';
import type { Kotur } from '../../domain/ko.js';
import { raknaPlatser, type Platsrakning, type Platsunderlag } from '../../domain/platser.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { namngivningsbaraSql, type Namngivningsbar } from '../../prisma/namngivningsbara.js';
import { platsunderlagSql } from '../../prisma/platser-sql.js';
import type { GivenRekommendation, Oppenatgard, OppetMedelforslag } from '../beslut/formular.js';
import type { Namngiven } from './arende.js';
import { SKYDDAT_ARENDE } from './skydd-sql.js';

/** What decision forms offer or show beside the case itself. */
export interface Formulardata {
  readonly koordinatorer: readonly Namngiven[];
  /** The places of the insats today, by its newest profile. */
  readonly platser: Platsrakning;
  /** The queue of the insats, in no order. */
  readonly ko: readonly Kotur[];
  /** The latest version of the genomförandeplan. */
  readonly plan?: Pick<Formular<'genomforandeplan'>, 'mal' | 'delmal' | 'uppfoljning' | 'ansvar'>;
  /** The other open insatser of the förbund that have people to receive it; the id is the insats's kod. */
  readonly andraInsatser: readonly Namngiven[];
  /** The verksamheter of the remittent, the huvudman and the team, and those that have or had samtycke. */
  readonly samtyckesval: readonly Namngiven[];
  /** What tells how old the person is. */
  readonly fodd: Alderspost;
  /** Active people of the verksamheter whose samtycke stands, or of the team when nobody is identified. */
  readonly anvandare: readonly (Namngiven & { readonly verksamhet: string })[];
  /** Actions that wait for a report. */
  readonly atgarder: readonly Oppenatgard[];
  /** What the remittent is asked to add, while it is not answered. */
  readonly kompletteringsfraga?: string;
  /** The latest question to the team and to the styrgrupp without an answer. */
  readonly teamlyft?: { readonly fraga: string };
  readonly styrgruppslyft?: Styrgruppsfraga;
  /** The latest recommendation. */
  readonly rekommendation?: GivenRekommendation;
  /** Kompetenshöjande medel granted this year, in whole kronor, and the ärende's open proposals. */
  readonly medel: { readonly beviljat: number; readonly forslag: readonly OppetMedelforslag[] };
  /** Active koordinatorer and sammankallande of the insats. */
  readonly insatsfolk: readonly Namngiven[];
  /** Who can be named in the ärende of a protected person, and the alias that she has. */
  readonly namngivningsbara: readonly Namngivningsbar[];
  readonly alias?: string;
  /** The ärende's files, the latest first; who reads sees no more of them than may be seen. */
  readonly bilagor: readonly (Namngiven & { readonly slag: Bilageslag; readonly avId: string })[];
  /** The proposed extension that waits for its decision. */
  readonly forslag?: { readonly behov: string; readonly dialogdatum: string; readonly foreslagetSlut: string };
}

/** As the statement gives it: the places not counted yet. */
type Lastdata = Omit<Formulardata, 'platser'> & { readonly platser: Platsunderlag; readonly samtidigt?: number };

/**
 * Reads what the forms of an ärende's decisions offer, in one statement.
 *
 * @param idag the day for which places are counted
 */
export async function readFormulardata(prisma: PrismaClient, arendeId: string, idag: string): Promise<Formulardata> {
  const rows = await prisma.$queryRaw<{ data: Lastdata }[]>`
    SELECT json_strip_nulls(json_build_object(
      'koordinatorer', coalesce((
        SELECT json_agg(json_build_object('id', u.id, 'namn', u.namn) ORDER BY u.namn)
        FROM anvandare u WHERE u.aktiv AND EXISTS (
          SELECT 1 FROM roll r WHERE r."anvandareId" = u.id AND r.roll = 'koordinator' AND r."insatsId" = a."insatsId")), '[]'),
      'platser', ${platsunderlagSql({
        insatsId: Prisma.sql`a."insatsId"`,
        dag: idag,
        pausFrigorPlats: Prisma.sql`coalesce((i.kapacitet->>'pausFrigorPlats')::boolean, false)`,
      })},
      'samtidigt', (i.kapacitet->>'samtidigt')::int,
      'ko', coalesce((
        SELECT json_agg(json_build_object('arendeId', k."arendeId", 'nummer',
          CASE WHEN bi.skyddad AND b.id <> a.id THEN ${SKYDDAT_ARENDE} ELSE b.nummer END,
          'beslutsdatum', k.beslutsdatum, 'koad', to_char(k.koad AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'regelpoang', k.regelpoang, 'tur', k.tur))
        FROM koplats k JOIN arende b ON b.id = k."arendeId" JOIN individ bi ON bi.id = b."individId"
        WHERE k."insatsId" = a."insatsId" AND k.lamnad IS NULL), '[]'),
      'plan', (
        SELECT json_build_object('mal', g.mal, 'delmal', g.delmal, 'uppfoljning', g.uppfoljning, 'ansvar', g.ansvar)
        FROM genomforandeplan g WHERE g."arendeId" = a.id ORDER BY g.version DESC LIMIT 1),
      'andraInsatser', coalesce((
        SELECT json_agg(json_build_object('id', o.kod, 'namn', o.namn) ORDER BY o.namn)
        FROM insats o JOIN insats own ON own.id = a."insatsId"
        WHERE o."forbundId" = own."forbundId" AND o.id <> own.id AND (o.stangd IS NULL OR o.stangd > ${idag}::date)
          AND EXISTS (SELECT 1 FROM roll r JOIN anvandare u ON u.id = r."anvandareId" AND u.aktiv
                      WHERE r."insatsId" = o.id AND r.roll = 'sammankallande')
          AND EXISTS (SELECT 1 FROM team t JOIN teammedlem m ON m."teamId" = t.id WHERE t."insatsId" = o.id)), '[]'),
      'samtyckesval', coalesce((
        SELECT json_agg(json_build_object('id', v.id, 'namn', v.namn) ORDER BY v.namn)
        FROM verksamhet v WHERE v.id IN (
          SELECT m."verksamhetId" FROM teammedlem m WHERE m."teamId" = a."teamId"
          UNION SELECT s."verksamhetId" FROM samtycke s WHERE s."arendeId" = a.id
          UNION SELECT r."verksamhetId" FROM remiss r WHERE r."arendeId" = a.id
          UNION SELECT own."huvudmanId" FROM insats own WHERE own.id = a."insatsId")), '[]'),
      'fodd', (
        SELECT json_build_object('personnummer', p.personnummer,
          'fodelsear', CASE WHEN p.personnummer IS NULL OR p.idtyp = 'reservnummer' THEN p.fodelsear END)
        FROM individ p WHERE p.id = a."individId"),
      'anvandare', coalesce((
        SELECT json_agg(json_build_object('id', u.id, 'namn', u.namn, 'verksamhet', u."verksamhetId") ORDER BY u.namn)
        FROM anvandare u WHERE u.aktiv AND u."verksamhetId"::text IN (
          SELECT jsonb_array_elements_text(a.lage->'samtycken'))), '[]'),
      'atgarder', coalesce((
        SELECT json_agg(json_build_object('id', g.id, 'atgard', g.atgard, 'verksamhetId', g."verksamhetId",
          'verksamhet', v.namn, 'personId', g."personId", 'ansvarig', coalesce(gu.namn, g.ansvarig), 'senast', g.senast)
          ORDER BY g.senast, g.id)
        FROM uppgift t JOIN atgard g ON g.id::text = t.ref JOIN verksamhet v ON v.id = g."verksamhetId"
        LEFT JOIN anvandare gu ON gu.id = g."personId"
        WHERE t."arendeId" = a.id AND t.typ = 'atgard' AND t.avslutad IS NULL), '[]'),
      'kompletteringsfraga', (
        SELECT kp.fraga FROM komplettering kp
        WHERE kp."arendeId" = a.id AND kp.svarad IS NULL ORDER BY kp.begard DESC LIMIT 1),
      'teamlyft', (
        SELECT json_build_object('fraga', tl.fraga) FROM teamlyft tl
        WHERE tl."arendeId" = a.id AND tl.svarat IS NULL ORDER BY tl.lyft DESC LIMIT 1),
      'styrgruppslyft', (
        SELECT json_build_object('fraga', sl.fraga, 'bakgrund', sl.bakgrund, 'alternativ', sl.alternativ)
        FROM styrgruppslyft sl WHERE sl."arendeId" = a.id AND sl.svarad IS NULL ORDER BY sl.lyft DESC LIMIT 1),
      'rekommendation', (
        SELECT json_build_object('id', r.id, 'utfall', r.utfall, 'motivering', r.motivering,
          'narvarande', coalesce((
            SELECT json_agg(n."verksamhetId") FROM narvaro n
            WHERE n."moteId" = r."moteId" AND n."arendeId" = r."arendeId"), '[]'))
        FROM rekommendation r WHERE r."arendeId" = a.id ORDER BY r.nar DESC LIMIT 1),
      'medel', json_build_object(
        'beviljat', (
          SELECT coalesce(sum(m."beslutatBelopp"), 0) FROM medel m
          WHERE m."insatsId" = a."insatsId" AND m.utfall = 'bifall' AND m.ar = extract(year FROM ${idag}::date)),
        'forslag', coalesce((
          SELECT json_agg(json_build_object('id', m.id, 'vad', m.vad, 'motivering', m.motivering, 'belopp', m.belopp,
            'extern', m.extern, 'beslutas', m.beslutas, 'av', u.namn) ORDER BY m.foreslaget, m.id)
          FROM medel m JOIN anvandare u ON u.id = m."foreslagetAvId"
          WHERE m."arendeId" = a.id AND m.utfall IS NULL), '[]')),
      'insatsfolk', coalesce((
        SELECT json_agg(json_build_object('id', u.id, 'namn', u.namn) ORDER BY u.namn)
        FROM anvandare u WHERE u.aktiv AND EXISTS (
          SELECT 1 FROM roll r WHERE r."anvandareId" = u.id AND r.roll IN ('koordinator', 'sammankallande')
            AND (r."insatsId" = a."insatsId" OR r."insatsId" IS NULL))), '[]'),
      'namngivningsbara', ${namngivningsbaraSql},
      'alias', (SELECT p.alias FROM individ p WHERE p.id = a."individId"),
      'bilagor', coalesce((
        SELECT json_agg(json_build_object('id', b.id, 'namn', b.filnamn, 'slag', b.slag, 'avId', b."avId")
          ORDER BY b.skapad DESC, b.id)
        FROM bilaga b WHERE b."arendeId" = a.id), '[]'),
      'forslag', (
        SELECT json_build_object('behov', f.behov, 'dialogdatum', f.dialogdatum, 'foreslagetSlut', f."foreslagetSlut")
        FROM forlangning f WHERE f."arendeId" = a.id AND f.utfall IS NULL
        ORDER BY f.dialogdatum DESC LIMIT 1)
    )) AS data
    FROM arende a, LATERAL (
      SELECT p.innehall->'kapacitet' AS kapacitet FROM insatsprofil p
      WHERE p."insatsId" = a."insatsId" ORDER BY p.version DESC LIMIT 1) i
    WHERE a.id = ${arendeId}::uuid`;
  const data = rows[0]?.data;
  if (!data) throw new Error(`No ärende ${arendeId}`);
  const { samtidigt, ...rest } = data;
  return { ...rest, platser: raknaPlatser(data.platser, samtidigt) };
}

/** The names by which an ärende's person is known, of a protected one too: to hold an alias against, never to be shown. */
export async function readPersonnamn(prisma: PrismaClient, arendeId: string): Promise<string[]> {
  const { individ, remiss } = await prisma.arende.findUniqueOrThrow({
    where: { id: arendeId },
    select: { individ: { select: { namn: true } }, remiss: { select: { namn: true } } },
  });
  return [individ.namn, remiss?.namn].filter((namn) => typeof namn === 'string');
}
