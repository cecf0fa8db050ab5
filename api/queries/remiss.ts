import { check } from '../../domain/beslut/index.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import type { Fas } from '../../domain/faser.js';
import type { NyHandelse } from '../../domain/forandring.js';
import type { Dag } from '../../domain/kalender/tid.js';
import type { Stangning } from '../../domain/koder.js';
import type { Lage } from '../../domain/lage.js';
import { isDoldForRemittenten, skyddatNamn } from '../../domain/skydd.js';
import { visasForRemittenten } from '../../domain/remittentens-insyn.js';
import type { Uppgiftstyp } from '../../domain/uppgifter.js';
import { asDag, type Prisma, type PrismaClient } from '../../prisma/client.js';
import { egnaUppgifter, isOppen, samtyckesfalt, vantanOf, type Vantan } from './remisser.js';

export interface Remisshandelse {
  readonly id: string;
  readonly typ: string;
  readonly nar: Date;
  readonly data: NyHandelse['data'];
  readonly av?: string | undefined;
  /** The reason that was given with the decision. */
  readonly skal?: string | undefined;
}

export interface Rekommendationsrad {
  readonly id: string;
  readonly utfall: string;
  readonly motivering: string;
  /** When the team met, and when it was registered. */
  readonly mote: Date;
  readonly nar: Date;
  readonly atgarder: readonly {
    readonly id: string;
    readonly atgard: string;
    readonly verksamhet: string;
    readonly ansvarig?: string | undefined;
    readonly senast: Dag;
  }[];
}

/** A question back to the sender, and her answer. */
export interface Kompletteringsrad {
  readonly id: string;
  readonly fraga: string;
  readonly senast: Dag;
  readonly svar?: string | undefined;
  readonly svarad?: Date | undefined;
}

/** What was sent, as the sender wrote it: what the records know of the person besides is not hers to read. */
export interface SkickatInnehall {
  readonly syfte: string;
  readonly namn?: string | undefined;
  readonly personnummer?: string | undefined;
  readonly fodelsear: number;
  readonly kon?: string | undefined;
  /** Not of a protected person. */
  readonly kommun?: string | undefined;
  readonly problembild: string;
  readonly fraga: string;
  readonly involverade?: string | undefined;
  readonly skyndsamSkal?: string | undefined;
  readonly behorighetSkal?: string | undefined;
  /** Names of the verksamheter that raised the person beside the sender's. */
  readonly aktualiserande: readonly string[];
  /** Who asked, when the remiss came from outside the parter. */
  readonly kalla?: string | undefined;
  readonly statistiksamtycke?: boolean | undefined;
  /** The insats's own code lists and words, as the ärende's profile has them. */
  readonly profil: Pick<Insatsprofil, 'koder' | 'fasord' | 'rollord'>;
  readonly kodsvar: readonly { readonly slag: string; readonly kod: string; readonly omfattning: string | null }[];
  readonly samtycken: readonly {
    readonly verksamhet: string;
    readonly fran: Dag;
    readonly till?: Dag | undefined;
    readonly aterkallat: boolean;
  }[];
}

/** What the sender sees of the person where she decides. */
export interface Remittentinsyn {
  readonly namn?: string | undefined;
}

/** A sent remiss as its sender sees it. */
export interface Remissvy {
  readonly nummer: string;
  readonly insats: string;
  readonly fas: Fas;
  readonly stangdSom?: Stangning | undefined;
  readonly inskickad: Date;
  readonly skickat: SkickatInnehall;
  /** False when samtycke for the sender's verksamhet has ended: what follows is then empty. */
  readonly oppen: boolean;
  readonly vantan?: Vantan | undefined;
  /** Open tasks of the sender's own. */
  readonly egnaUppgifter: readonly { readonly typ: Uppgiftstyp; readonly forfaller: Dag }[];
  /** The coming meeting, ISO. */
  readonly mote?: string | undefined;
  readonly handelser: readonly Remisshandelse[];
  readonly rekommendationer: readonly Rekommendationsrad[];
  /** What the sender was asked to add, the latest first. */
  readonly kompletteringar: readonly Kompletteringsrad[];
  /** Whether the sender may take the remiss back now. */
  readonly kanTaTillbaka: boolean;
  /** Number of the sender's ärende in the other insats that this one goes on in. */
  readonly fortsatter?: string | undefined;
  /** Names of verksamheter, and of the koordinatorer that events mention, by id. */
  readonly namn: Readonly<Record<string, string>>;
}

/**
 * Reads a sent remiss for its sender. The caller has asked for the right to it, and logged the reading.
 *
 * @returns undefined when the ärende is gone
 */
export async function readRemiss(prisma: PrismaClient, arendeId: string, idag: Dag): Promise<Remissvy | undefined> {
  const [row, verksamheter, profiler] = await Promise.all([
    prisma.arende.findUnique({ where: { id: arendeId }, select: arendefalt }),
    prisma.verksamhet.findMany({ select: { id: true, namn: true } }),
    prisma.$queryRaw<SkickatInnehall['profil'][]>`
      SELECT coalesce(p.innehall->'koder', '{}') AS koder, coalesce(p.innehall->'fasord', '{}') AS fasord,
             coalesce(p.innehall->'rollord', '{}') AS rollord
      FROM arende a JOIN insatsprofil p ON p."insatsId" = a."insatsId" AND p.version = a.profilversion
      WHERE a.id = ${arendeId}::uuid`,
  ]);
  const [profil = {}] = profiler;
  if (!row?.remiss) return undefined;
  const { remiss, lage: stored } = row;
  const lage = stored as unknown as Lage;
  const oppen = isOppen(remiss, row.samtycken, idag);
  const handelser = oppen ? handelserOf(row) : [];
  const names = [...verksamheter, ...(await readKoordinatorer(prisma, handelser))];
  return {
    nummer: row.nummer,
    insats: row.insats.namn,
    fas: row.fas as Fas,
    ...(row.stangdSom ? { stangdSom: row.stangdSom as Stangning } : {}),
    inskickad: remiss.inskickad,
    skickat: { ...skickatOf(remiss, row), profil },
    oppen,
    ...(oppen ? vantanOf(row) : {}),
    egnaUppgifter: oppen
      ? row.uppgifter.map((one) => ({ typ: one.typ as Uppgiftstyp, forfaller: asDag(one.forfaller) }))
      : [],
    ...(oppen && row.fas === 'konsultation' && lage.mote ? { mote: lage.mote.borjar } : {}),
    handelser,
    rekommendationer: oppen ? rekommendationerOf(row) : [],
    kompletteringar: oppen ? row.kompletteringar.map(kompletteringOf) : [],
    kanTaTillbaka: oppen && mayWithdraw(lage, idag),
    ...(oppen && row.lankar[0] ? { fortsatter: row.lankar[0].till.nummer } : {}),
    namn: Object.fromEntries(names.map(({ id, namn }) => [id, namn])),
  };
}

/** Decisions whose reason is meant for the sender too. */
const MED_SKAL = ['granskning', 'atertagande', 'felregistrering', 'ateroppning'] as const;

const arendefalt = {
  nummer: true,
  fas: true,
  stangdSom: true,
  lage: true,
  nastaUppgift: true,
  nastaRoll: true,
  nastaForfaller: true,
  insats: { select: { namn: true } },
  individ: { select: { personnummer: true, fodelsear: true, skyddad: true, alias: true } },
  remiss: true,
  samtycken: {
    orderBy: [{ verksamhet: { namn: 'asc' } }, { giltigtFran: 'asc' }],
    select: { ...samtyckesfalt, verksamhet: { select: { namn: true } } },
  },
  aktualiserande: { orderBy: { id: 'asc' }, select: { namn: true, verksamhet: { select: { namn: true } } } },
  kodsvar: { where: { vid: 'remiss' }, orderBy: [{ slag: 'asc' }, { kod: 'asc' }] },
  uppgifter: egnaUppgifter,
  handelser: {
    orderBy: [{ version: 'desc' }, { ordning: 'desc' }],
    select: { version: true, ordning: true, typ: true, nar: true, data: true, av: { select: { namn: true } } },
  },
  beslut: {
    where: { typ: { in: [...MED_SKAL] }, fattat: { not: null } },
    select: { typ: true, version: true, formular: true },
  },
  kompletteringar: {
    orderBy: { begard: 'desc' },
    select: { id: true, fraga: true, senast: true, svar: true, svarad: true },
  },
  lankar: { where: { slag: 'annan_insats' }, select: { till: { select: { nummer: true } } } },
  rekommendationer: {
    orderBy: { nar: 'desc' },
    select: {
      id: true,
      utfall: true,
      motivering: true,
      nar: true,
      punkt: { select: { mote: { select: { borjar: true } } } },
    },
  },
  atgarder: {
    where: { kalla: 'rad' },
    orderBy: [{ senast: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kallaId: true,
      atgard: true,
      ansvarig: true,
      senast: true,
      verksamhet: { select: { namn: true } },
    },
  },
} satisfies Prisma.ArendeSelect;

type Arenderad = Prisma.ArendeGetPayload<{ select: typeof arendefalt }>;

function skickatOf(
  remiss: NonNullable<Arenderad['remiss']>,
  { individ, lage, handelser, kodsvar, samtycken, aktualiserande }: Arenderad,
): Omit<SkickatInnehall, 'profil'> {
  return {
    syfte: remiss.syfte,
    ...personOf(remiss, { individ, lage, handelser }),
    fodelsear: individ.fodelsear,
    kon: remiss.kon ?? undefined,
    problembild: remiss.problembild,
    fraga: remiss.fraga,
    involverade: remiss.involverade ?? undefined,
    skyndsamSkal: remiss.skyndsamSkal ?? undefined,
    behorighetSkal: remiss.behorighetSkal ?? undefined,
    aktualiserande: aktualiserande.map(({ namn, verksamhet }) => verksamhet?.namn ?? namn ?? ''),
    kalla: remiss.kalla ?? undefined,
    statistiksamtycke: remiss.statistiksamtycke ?? undefined,
    kodsvar,
    samtycken: samtycken.map(({ verksamhet, giltigtFran, giltigtTill, aterkallat }) => ({
      verksamhet: verksamhet.namn,
      fran: asDag(giltigtFran),
      ...(giltigtTill ? { till: asDag(giltigtTill) } : {}),
      aterkallat: aterkallat !== null,
    })),
  };
}

/** Of a protected person the alias alone stands in the remiss too, also to her who wrote it (design 3). */
const personOf = (
  remiss: NonNullable<Arenderad['remiss']>,
  { individ, lage, handelser }: Pick<Arenderad, 'individ' | 'lage' | 'handelser'>,
): Pick<SkickatInnehall, 'namn' | 'personnummer' | 'kommun'> =>
  isDoldForRemittenten(individ, lage as unknown as Lage, handelser)
    ? { namn: skyddatNamn(individ.alias) }
    : { namn: remiss.namn ?? undefined, personnummer: individ.personnummer ?? undefined, kommun: remiss.kommun };

function handelserOf({ handelser, beslut }: Arenderad): Remisshandelse[] {
  return handelser.filter(visasForRemittenten).map(({ version, ordning, typ, nar, data, av }) => {
    const formular = beslut.find((one) => one.typ === typ && one.version === version)?.formular;
    const { skal } = (formular ?? {}) as { skal?: string };
    return {
      id: `${version}-${ordning}`,
      typ,
      nar,
      data: data as Remisshandelse['data'],
      ...(av ? { av: av.namn } : {}),
      ...(skal ? { skal } : {}),
    };
  });
}

/** Whoever was koordinator at some time stands by her name in what was told then. */
function readKoordinatorer(prisma: PrismaClient, handelser: readonly Remisshandelse[]) {
  const ids = handelser.flatMap(({ data: { koordinator } }) => (typeof koordinator === 'string' ? [koordinator] : []));
  return ids.length === 0
    ? []
    : prisma.anvandare.findMany({ where: { id: { in: ids } }, select: { id: true, namn: true } });
}

const kompletteringOf = ({
  senast,
  svar,
  svarad,
  ...rest
}: Arenderad['kompletteringar'][number]): Kompletteringsrad => ({
  ...rest,
  senast: asDag(senast),
  ...(svar === null || svarad === null ? {} : { svar, svarad }),
});

const mayWithdraw = (lage: Lage, dag: Dag): boolean =>
  check(lage, { id: '', typ: 'atertagande', av: '', dag, data: {} }) === undefined;

const rekommendationerOf = ({ rekommendationer, atgarder }: Arenderad): Rekommendationsrad[] =>
  rekommendationer.map(({ punkt, ...rekommendation }) => ({
    ...rekommendation,
    mote: punkt.mote.borjar,
    atgarder: atgarder
      .filter(({ kallaId }) => kallaId === rekommendation.id)
      .map(({ id, atgard, ansvarig, senast, verksamhet }) => ({
        id,
        atgard,
        verksamhet: verksamhet.namn,
        ...(ansvarig ? { ansvarig } : {}),
        senast: asDag(senast),
      })),
  }));

/**
 * What a remittent's right to decide asks for beside the relation: whether she still learns how it goes, and the name
 * that she herself wrote.
 *
 * @returns undefined when samtycke for the sender's verksamhet has ended
 */
export async function readRemittentinsyn(
  prisma: PrismaClient,
  arendeId: string,
  idag: Dag,
): Promise<Remittentinsyn | undefined> {
  const { namn, arende, ...delning } = await prisma.remiss.findUniqueOrThrow({
    where: { arendeId },
    select: {
      namn: true,
      identifierad: true,
      verksamhetId: true,
      arende: {
        select: {
          lage: true,
          samtycken: { select: samtyckesfalt },
          individ: { select: { skyddad: true, alias: true } },
          handelser: { where: { typ: 'skydd_fran_annat' }, select: { typ: true } },
        },
      },
    },
  });
  const { samtycken, individ, lage, handelser } = arende;
  if (!isOppen(delning, samtycken, idag)) return undefined;
  return {
    namn: isDoldForRemittenten(individ, lage as unknown as Lage, handelser)
      ? skyddatNamn(individ.alias)
      : (namn ?? undefined),
  };
}
