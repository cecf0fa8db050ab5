import type { Flyttat } from '../../domain/arbetsoverlamning.js';
import { dayOf } from '../../domain/kalender/tid.js';
import {
  foljerMed,
  medHinder,
  overtagareEfter,
  readArendeinnehav,
  readEgnaUppgifterKvar,
  readOvrigt,
  readUppdrag,
} from '../../prisma/arbetsinnehav.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { SKYDDAT_ARENDE, synligtNummer } from './skydd-sql.js';
import type { Forvaltningsrackvidd } from './forvaltning.js';
import { readInsatsantal, type Insatsantal } from './overlamningsantal.js';

/** A hand-over in the list. */
export interface Overlamningsrad {
  readonly id: string;
  readonly fran: string;
  readonly till: string;
  readonly nar: Date;
  readonly slutar: boolean;
  readonly klar: Date | null;
  readonly antal: number;
  readonly klara: number;
  readonly nekade: number;
}

/** A hand-over on its own page. */
export interface Overlamningssida extends Overlamningsrad {
  readonly franId: string;
  readonly not: string;
  readonly av: string;
  readonly flyttat: Flyttat;
  /** Whether whoever handed over has been shut out. */
  readonly avstangd: boolean;
  /** The ärenden that refused, by number. */
  readonly nekadeArenden: readonly { readonly nummer: string; readonly fel: string }[];
}

export const OVERLAMNINGAR_PER_SIDA = 30;

const rad = Prisma.sql`
  o.id, o."franId", f.namn AS fran, t.namn AS till, o.nar, o.slutar, o.klar, o.not, o.flyttat, NOT f.aktiv AS avstangd,
  av.namn AS av,
  (SELECT count(*)::int FROM overlamningspost p WHERE p."overlamningId" = o.id) AS antal,
  (SELECT count(*)::int FROM overlamningspost p WHERE p."overlamningId" = o.id AND p.status = 'klar') AS klara,
  (SELECT count(*)::int FROM overlamningspost p WHERE p."overlamningId" = o.id AND p.status = 'nekad') AS nekade
  FROM overlamning o JOIN anvandare f ON f.id = o."franId" JOIN anvandare t ON t.id = o."tillId"
  JOIN anvandare av ON av.id = o."avId" JOIN verksamhet v ON v.id = f."verksamhetId"`;

const inom = ({ forbundId, parter }: Forvaltningsrackvidd) =>
  Prisma.sql`v."forbundId" = ${forbundId}::uuid AND v.part = ANY(${[...parter]})`;

/** One page of the hand-overs between people whom a förvaltare administers, the latest first. One statement. */
export async function listOverlamningar(
  prisma: PrismaClient,
  rackvidd: Forvaltningsrackvidd,
  sida: number,
): Promise<{ rader: Overlamningsrad[]; totalt: number }> {
  const rader = await prisma.$queryRaw<(Overlamningsrad & { totalt: number })[]>`
    SELECT (count(*) OVER ())::int AS totalt, ${rad} WHERE ${inom(rackvidd)}
    ORDER BY o.klar IS NOT NULL, o.nar DESC, o.id
    LIMIT ${OVERLAMNINGAR_PER_SIDA} OFFSET ${OVERLAMNINGAR_PER_SIDA * (sida - 1)}`;
  return { rader, totalt: rader[0]?.totalt ?? 0 };
}

/** A hand-over with what was refused, in two statements. @returns undefined when there is none within reach */
export async function readOverlamning(
  prisma: PrismaClient,
  rackvidd: Forvaltningsrackvidd,
  id: string,
): Promise<Overlamningssida | undefined> {
  const [found] = await prisma.$queryRaw<Omit<Overlamningssida, 'nekadeArenden'>[]>`
    SELECT ${rad} WHERE ${inom(rackvidd)} AND o.id = ${id}::uuid`;
  if (!found) return undefined;
  const nekadeArenden = await prisma.$queryRaw<{ nummer: string; fel: string }[]>`
    SELECT ${synligtNummer} AS nummer, coalesce(p.fel, '') AS fel FROM overlamningspost p JOIN arende a ON a.id = p."arendeId"
    WHERE p."overlamningId" = ${id}::uuid AND p.status = 'nekad' ORDER BY 1`;
  return { ...found, nekadeArenden };
}

/** What a hand-over would do, before it is decided. */
export interface Overlamningsforhand {
  /** How many ärenden follow, by what of each is hers; one may be counted in several. */
  readonly koordinator: number;
  readonly remittent: number;
  readonly ansvarig: number;
  readonly skyddade: number;
  readonly arenden: number;
  /** The roles that follow: code, and the insats that each is for; missing: it is for none of them alone. */
  readonly roller: readonly { readonly roll: string; readonly insatsId?: string }[];
  /** What goes along, insats by insats. */
  readonly insatser: readonly Insatsantal[];
  readonly platser: number;
  readonly platserKvar: readonly string[];
  readonly tilldelade: number;
  readonly egna: number;
  readonly egnaKvar: number;
  readonly ersattare: number;
  /** Unsent drafts, which are nobody else's. */
  readonly utkast: number;
  /** The ärenden that do not follow, each with why. */
  readonly nekade: readonly { readonly nummer: string; readonly fel: string }[];
}

/**
 * What a hand-over from one person to another would do, by the same rules and statements as it is done by.
 *
 * @returns undefined when one of them does not exist
 */
export async function readForhand(
  prisma: PrismaClient,
  { fran: franId, till: tillId, nu }: { fran: string; till: string; nu: Date },
): Promise<Overlamningsforhand | undefined> {
  const idag = dayOf(nu);
  const [fran, till, innehav, ovrigt] = await Promise.all([
    readUppdrag(prisma, franId),
    readUppdrag(prisma, tillId),
    readArendeinnehav(prisma, franId),
    readOvrigt(prisma, franId, idag),
  ]);
  if (!fran || !till) return undefined;
  const alla = medHinder(innehav, overtagareEfter(fran, till));
  const foljer = alla.filter(({ fel }) => fel === undefined);
  const { roller, platser } = foljerMed(fran, till);
  const utom = alla.map(({ arendeId }) => arendeId);
  const flyttade = platser.filter(({ hinder }) => hinder === undefined);
  const iInsats = (only: (roll: string) => boolean) =>
    roller.flatMap(({ roll, insatsId }) => (insatsId !== null && only(roll) ? [insatsId] : []));
  const insatser = await readInsatsantal(prisma, {
    fran: franId,
    idag,
    nu: nu.toISOString(),
    arenden: foljer.map(({ arendeId }) => arendeId),
    team: flyttade.map(({ plats }) => plats.teamId),
    leder: iInsats((roll) => roll === 'sammankallande'),
    insatser: iInsats(() => true),
  });
  const egna = await readEgnaUppgifterKvar(prisma, { fran: franId, till: tillId, utom, idag });
  return {
    koordinator: foljer.filter(({ koordinator }) => koordinator).length,
    remittent: foljer.filter(({ remissFran }) => remissFran !== undefined).length,
    ansvarig: foljer.filter(({ lovatFor }) => lovatFor.length > 0).length,
    skyddade: foljer.filter(({ namngiven }) => namngiven).length,
    arenden: foljer.length,
    roller: roller.map(({ roll, insatsId }) => ({ roll, ...(insatsId !== null && { insatsId }) })),
    insatser,
    platser: flyttade.length,
    platserKvar: platser.flatMap(({ hinder }) => hinder ?? []),
    egna: egna.filter((one) => one.foljer).length,
    egnaKvar: egna.filter((one) => !one.foljer).length,
    nekade: alla.flatMap(({ nummer, skyddat, fel }) =>
      fel === undefined ? [] : [{ nummer: skyddat ? SKYDDAT_ARENDE : nummer, fel }],
    ),
    ...ovrigt,
  };
}
