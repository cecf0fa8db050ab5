import type { PrismaClient } from '../../prisma/client.js';

/** A coded answer with its moment. */
export interface LastKodsvar {
  readonly vid: 'remiss' | 'avslut' | 'uppfoljning';
  readonly slag: 'forsorjning' | 'sysselsattning';
  readonly kod: string;
  readonly omfattning?: string;
}

/** A recommendation, with what it said before it was corrected, the latest correction last. */
export interface LastRekommendation {
  readonly id: string;
  readonly utfall: string;
  readonly motivering: string;
  readonly nar: string;
  readonly rattelser: readonly { nar: string; motivering: string; narvarande: readonly string[]; skal: string }[];
}

/** An agreed action and, when it has come, its report. */
export interface LastAtgard {
  readonly id: string;
  /** What agreed on it: a recommendation, a flerpartsmöte, a question to the team. */
  readonly kallaId: string;
  readonly atgard: string;
  readonly verksamhet: string;
  readonly ansvarig?: string;
  readonly senast: string;
  readonly utfall?: string;
  readonly rapport?: string;
}

/** A question that was lifted to the team or to the styrgrupp, with its answer when it has come. */
export interface LastLyft {
  readonly id: string;
  readonly till: 'teamet' | 'styrgruppen';
  readonly fraga: string;
  readonly bakgrund?: string;
  readonly alternativ?: string;
  readonly lyft: string;
  readonly svar?: string;
  readonly svarat?: string;
}

/** What each phase of a case has produced; what is missing has not happened. */
export interface Arendeoversikt {
  /** Of a protected person neither number nor kommun nor contact is read. */
  readonly person: {
    readonly personnummer?: string;
    readonly skyddad: boolean;
    readonly fodelsear: number;
    readonly kon: string;
  };
  readonly remiss: {
    readonly verksamhet: string;
    readonly inskickad: string;
    readonly syfte: string;
    readonly identifierad: boolean;
    readonly kommun?: string;
    readonly telefon?: string;
    readonly epost?: string;
    readonly sprak?: string;
    readonly tolk: boolean;
    readonly problembild: string;
    readonly utbildning?: string;
    readonly tidIOffentligForsorjning?: string;
    readonly involverade?: string;
    readonly nollplacerad: boolean;
    readonly skyndsam: boolean;
    readonly skyndsamSkal?: string;
    readonly behorighetSkal?: string;
    readonly fraga: string;
    /** The name in the remiss is not the one that is recorded for the number. */
    readonly annatNamn: boolean;
  };
  /** What the remittent was asked to add, the latest question last; without answer as long as there is none. */
  readonly kompletteringar: readonly { id: string; begard: string; fraga: string; svar?: string; svarad?: string }[];
  readonly kodsvar: readonly LastKodsvar[];
  readonly rekommendationer: readonly LastRekommendation[];
  readonly atgarder: readonly LastAtgard[];
  readonly lyft: readonly LastLyft[];
  readonly flerpartsmoten: readonly { beslutId: string; datum: string; deltagare: string; text: string }[];
  readonly aterkopplingar: readonly { utfall: string; text?: string; nar: string }[];
  readonly svar?: { svar: string; datum: string; till: string; satt: string };
  readonly deltagande?: {
    beslutsdatum: string;
    startdatum: string;
    overinskrivning: boolean;
    overinskrivningSkal?: string;
  };
  readonly kartlaggning?: {
    utan: boolean;
    utanSkal?: string;
    instrument?: string;
    utfordAv?: string;
    certifierad?: boolean;
    klar: string;
    sammanfattning?: string;
    resurser?: string;
    hinder?: string;
    spar: string;
  };
  readonly planuppfoljningar: readonly { beslutId: string; datum: string; text: string; steg?: number }[];
  readonly skattningar: readonly { beslutId: string; datum: string; steg: number }[];
  readonly forlangningar: readonly {
    id: string;
    dialogdatum: string;
    behov: string;
    foreslagetSlut: string;
    utfall?: string;
    beslutatSlut?: string;
    motivering?: string;
  }[];
  readonly pauser: readonly {
    id: string;
    orsak: string;
    fran: string;
    till: string;
    skal?: string;
    slutade?: string;
    dagar?: number;
  }[];
  readonly undantag: readonly { beslutId: string; slut: string; skal: string }[];
  readonly medel: readonly {
    id: string;
    vad: string;
    belopp: number;
    beslutas: string;
    utfall?: string;
    beslutatBelopp?: number;
    beslutsmotivering?: string;
  }[];
  readonly avvikelser: readonly { beslutId: string; datum: string; text: string }[];
  readonly avslut?: {
    avslutsdatum: string;
    analys: string;
    forslag?: string;
    enkat?: string;
    overlamningTill?: string;
    overlamningKontakt?: string;
    overlamningMottagen?: boolean;
    orsak?: string;
    farKontaktas?: boolean;
  };
  readonly kontaktforsok: readonly { nr: number; datum: string; satt: string; naddes: boolean }[];
  readonly uppfoljning?: { resultat: string; datum: string; text?: string };
}

/** A name without what differs between two who spell it alike. */
const asCompared = (namn: string): string => namn.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** As it is read: the name that the remittent wrote and the one that is known, to compare where they can be read. */
type Lastoversikt = Omit<Arendeoversikt, 'remiss'> & {
  readonly remiss: Omit<Arendeoversikt['remiss'], 'annatNamn'>;
  readonly namnen: readonly [string | null, string | null];
};

const differ = ([remissens, kant]: Lastoversikt['namnen']): boolean =>
  remissens !== null && kant !== null && asCompared(remissens) !== asCompared(kant);

/** Reads what the overview of a case shows, in one statement. Days are `YYYY-MM-DD`. */
export async function readArendeoversikt(prisma: PrismaClient, arendeId: string): Promise<Arendeoversikt> {
  const rows = await prisma.$queryRaw<{ oversikt: Lastoversikt }[]>`
    SELECT json_strip_nulls(json_build_object(
      'person', json_build_object('personnummer', CASE WHEN NOT p.skyddad THEN p.personnummer END, 'skyddad', p.skyddad, 'fodelsear', p.fodelsear, 'kon', p.kon),
      'remiss', CASE WHEN p.skyddad THEN to_jsonb(re) - 'namn' - 'telefon' - 'epost' - 'kommun' ELSE to_jsonb(re) - 'namn' END
        || jsonb_build_object('verksamhet', v.namn),
      'namnen', json_build_array(re.namn, p.namn),
      'kompletteringar', coalesce((
        SELECT json_agg(k ORDER BY k.begard) FROM komplettering k WHERE k."arendeId" = a.id), '[]'),
      'kodsvar', coalesce((SELECT json_agg(k) FROM kodsvar k WHERE k."arendeId" = a.id), '[]'),
      'rekommendationer', coalesce((
        SELECT json_agg(json_build_object('id', r.id, 'utfall', r.utfall, 'motivering', r.motivering, 'nar', r.nar,
          'rattelser', coalesce((
            SELECT json_agg(json_build_object('nar', x.nar, 'motivering', x.motivering, 'skal', x.skal,
              'narvarande', coalesce((SELECT json_agg(xv.namn ORDER BY xv.namn) FROM verksamhet xv
                                      WHERE xv.id::text = ANY(x.narvarande)), '[]')) ORDER BY x.nar)
            FROM rekommendationsrattelse x WHERE x."rekommendationId" = r.id), '[]')) ORDER BY r.nar)
        FROM rekommendation r WHERE r."arendeId" = a.id), '[]'),
      'atgarder', coalesce((
        SELECT json_agg(json_build_object('id', g.id, 'kallaId', g."kallaId", 'atgard', g.atgard, 'verksamhet', gv.namn,
          'ansvarig', coalesce(gu.namn, g.ansvarig), 'senast', g.senast, 'utfall', g.utfall, 'rapport', g.rapport)
          ORDER BY g.senast, g.id)
        FROM atgard g JOIN verksamhet gv ON gv.id = g."verksamhetId" LEFT JOIN anvandare gu ON gu.id = g."personId"
        WHERE g."arendeId" = a.id), '[]'),
      'lyft', coalesce((
        SELECT json_agg(l ORDER BY l.lyft) FROM (
          SELECT t.id, 'teamet' AS till, t.fraga, NULL AS bakgrund, NULL AS alternativ, t.lyft, t.svar, t.svarat
          FROM teamlyft t WHERE t."arendeId" = a.id
          UNION ALL
          SELECT s.id, 'styrgruppen', s.fraga, nullif(s.bakgrund, ''), s.alternativ, s.lyft, s.svar, s.svarad
          FROM styrgruppslyft s WHERE s."arendeId" = a.id) l), '[]'),
      'flerpartsmoten', coalesce((
        SELECT json_agg(f ORDER BY f.datum) FROM flerpartsmote f WHERE f."arendeId" = a.id), '[]'),
      'aterkopplingar', coalesce((SELECT json_agg(o ORDER BY o.nar) FROM aterkoppling o WHERE o."arendeId" = a.id), '[]'),
      'svar', (SELECT to_json(s) FROM personens_svar s WHERE s."arendeId" = a.id),
      'deltagande', (SELECT to_json(d) FROM deltagande d WHERE d."arendeId" = a.id),
      'kartlaggning', (SELECT to_json(k) FROM kartlaggning k WHERE k."arendeId" = a.id),
      'planuppfoljningar', coalesce((
        SELECT json_agg(json_build_object('beslutId', u."beslutId", 'datum', u.datum, 'text', u.text, 'steg', s.steg)
                        ORDER BY u.datum)
        FROM planuppfoljning u LEFT JOIN skattning s ON s."beslutId" = u."beslutId" WHERE u."arendeId" = a.id), '[]'),
      'skattningar', coalesce((SELECT json_agg(s ORDER BY s.datum) FROM skattning s WHERE s."arendeId" = a.id), '[]'),
      'forlangningar', coalesce((
        SELECT json_agg(f ORDER BY f.dialogdatum) FROM forlangning f WHERE f."arendeId" = a.id), '[]'),
      'pauser', coalesce((SELECT json_agg(q ORDER BY q.fran) FROM paus q WHERE q."arendeId" = a.id), '[]'),
      'undantag', coalesce((SELECT json_agg(q ORDER BY q.slut) FROM undantag q WHERE q."arendeId" = a.id), '[]'),
      'medel', coalesce((SELECT json_agg(q ORDER BY q.foreslaget) FROM medel q WHERE q."arendeId" = a.id), '[]'),
      'avvikelser', coalesce((SELECT json_agg(q ORDER BY q.datum) FROM avvikelse q WHERE q."arendeId" = a.id), '[]'),
      'avslut', (SELECT to_json(x) FROM avslut x WHERE x."arendeId" = a.id),
      'kontaktforsok', coalesce((SELECT json_agg(k ORDER BY k.nr) FROM kontaktforsok k WHERE k."arendeId" = a.id), '[]'),
      'uppfoljning', (SELECT to_json(u) FROM uppfoljning u WHERE u."arendeId" = a.id)
    )) AS oversikt
    FROM arende a
    JOIN individ p ON p.id = a."individId"
    JOIN remiss re ON re."arendeId" = a.id
    JOIN verksamhet v ON v.id = re."verksamhetId"
    WHERE a.id = ${arendeId}::uuid`;
  const last = rows[0]?.oversikt;
  if (!last) throw new Error(`No ärende ${arendeId}`);
  const { namnen, ...oversikt } = last;
  return { ...oversikt, remiss: { ...oversikt.remiss, annatNamn: differ(namnen) } };
}
