import { isValidOn, stallen, stallenI, type Person, type Stalle } from '../../domain/atkomst.js';
import type { Fas } from '../../domain/faser.js';
import type { Lage } from '../../domain/lage.js';
import type { Dag } from '../../domain/kalender/tid.js';
import type { Rollkod, Stangning } from '../../domain/koder.js';
import { nastaForRemittenten } from '../../domain/remittentens-insyn.js';
import type { Uppgiftstyp } from '../../domain/uppgifter.js';
import { asDag, type Prisma, type PrismaClient } from '../../prisma/client.js';

/** What an ärende waits for, as its row tells it. */
export interface Vantan {
  readonly typ: Uppgiftstyp;
  readonly roll: Rollkod;
  readonly forfaller: Dag;
}

/** A sent remiss in its sender's list: no personal data. */
export interface Remissrad {
  readonly nummer: string;
  readonly insats: string;
  readonly inskickad: Date;
  readonly fas: Fas;
  readonly stangdSom?: Stangning | undefined;
  readonly vantan?: Vantan | undefined;
  /** Who sent it, when that is somebody who is away. */
  readonly istalletFor?: string | undefined;
  /** False when the sender's verksamhet has no samtycke any longer: then nothing is told of how it goes. */
  readonly oppen: boolean;
}

/** A draft in its author's list. */
export interface Utkastrad {
  readonly id: string;
  readonly insats?: string | undefined;
  readonly skapad: Date;
  readonly andrad: Date;
}

/** What tells whether a samtycke is valid. */
export const samtyckesfalt = { verksamhetId: true, giltigtFran: true, giltigtTill: true, aterkallat: true } as const;

interface Samtyckesrad {
  verksamhetId: string;
  giltigtFran: Date;
  giltigtTill: Date | null;
  aterkallat: Date | null;
}

interface Delning {
  readonly identifierad: boolean;
  readonly verksamhetId: string;
}

/** Design 3: the remittent learns the outcome within samtycke, which an avidentifierad remiss does not need. */
export function isOppen(
  { identifierad, verksamhetId }: Delning,
  samtycken: readonly Samtyckesrad[],
  idag: Dag,
): boolean {
  const valid = samtycken.some(
    (one) =>
      one.verksamhetId === verksamhetId &&
      isValidOn(
        {
          verksamhetId,
          giltigtFran: asDag(one.giltigtFran),
          ...(one.giltigtTill ? { giltigtTill: asDag(one.giltigtTill) } : {}),
          aterkallat: one.aterkallat !== null,
        },
        idag,
      ),
  );
  return !identifierad || valid;
}

/** The sender's own open tasks in an ärende, the most urgent first. */
export const egnaUppgifter = {
  where: { roll: 'handlaggare', avslutad: null },
  orderBy: { forfaller: 'asc' },
  select: { typ: true, forfaller: true },
} as const satisfies Prisma.Arende$uppgifterArgs;

interface Vantanrad {
  readonly lage: unknown;
  readonly nastaUppgift: string | null;
  readonly nastaRoll: string | null;
  readonly nastaForfaller: Date | null;
  readonly uppgifter: readonly { readonly typ: string; readonly forfaller: Date }[];
}

/**
 * What an ärende waits for, seen by its sender: what she owes herself, whatever else falls due before it; otherwise what
 * its row says, as far as it is told her.
 */
export function vantanOf({ uppgifter: [own], lage, ...row }: Vantanrad): { readonly vantan?: Vantan } {
  if (own) return { vantan: { typ: own.typ as Uppgiftstyp, roll: 'handlaggare', forfaller: asDag(own.forfaller) } };
  if (!row.nastaUppgift || !row.nastaRoll || !row.nastaForfaller) return {};
  const nasta: Vantan = {
    typ: row.nastaUppgift as Uppgiftstyp,
    roll: row.nastaRoll as Rollkod,
    forfaller: asDag(row.nastaForfaller),
  };
  const told = nastaForRemittenten(nasta, (lage as Lage).uppgifter);
  return told ? { vantan: { typ: told.typ, roll: told.roll, forfaller: told.forfaller } } : {};
}

/** Everything a person has sent, and those whom she stands in for, the latest first. */
export async function listRemisser(prisma: PrismaClient, person: Person, idag: Dag): Promise<Remissrad[]> {
  const rows = await prisma.remiss.findMany({
    where: { OR: stallen(person).map(sentFrom) },
    orderBy: [{ inskickad: 'desc' }, { arendeId: 'asc' }],
    select: {
      inskickad: true,
      identifierad: true,
      verksamhetId: true,
      remittent: { select: { id: true, namn: true } },
      arende: {
        select: {
          nummer: true,
          fas: true,
          stangdSom: true,
          nastaUppgift: true,
          nastaRoll: true,
          nastaForfaller: true,
          uppgifter: egnaUppgifter,
          insats: { select: { namn: true } },
          samtycken: { select: samtyckesfalt },
          individ: { select: { skyddad: true } },
          lage: true,
        },
      },
    },
  });
  return rows
    .filter((row) => isSynlig(row, person))
    .map(({ inskickad, arende, remittent, ...delning }) => ({
      nummer: arende.nummer,
      insats: arende.insats.namn,
      inskickad,
      fas: arende.fas as Fas,
      ...(arende.stangdSom ? { stangdSom: arende.stangdSom as Stangning } : {}),
      ...vantanOf(arende),
      ...(remittent.id === person.id ? {} : { istalletFor: remittent.namn }),
      oppen: isOppen(delning, arende.samtycken, idag),
    }));
}

/** That of a protected person is there for who may act in it in the sender's place (domain/atkomst.ts: stallenI). */
function isSynlig(
  { arende, remittent }: { arende: { individ: { skyddad: boolean }; lage: unknown }; remittent: { id: string } },
  person: Person,
): boolean {
  const { namngivna } = arende.lage as Lage;
  const skydd = arende.individ.skyddad ? { namngivna: namngivna ?? [] } : null;
  // others are to be named anew, and she may have been left out
  if (skydd && namngivna?.length === 0) return false;
  return stallenI(person, { skydd }).some(({ id }) => id === remittent.id);
}

/** What was sent from a place; of who is away only what she sent for the verksamhet that both share. */
const sentFrom = ({ id, inom }: Stalle) => ({
  remittentId: id,
  ...(inom === undefined ? {} : { verksamhetId: inom }),
});

/** A person's drafts, the one worked on last first. Of what is typed only the insats is read. */
export async function listUtkast(prisma: PrismaClient, agareId: string): Promise<Utkastrad[]> {
  return prisma.$queryRaw<Utkastrad[]>`
    SELECT u.id, u.skapad, u.andrad, i.namn AS insats
    FROM utkast u LEFT JOIN insats i ON i.kod = u.innehall->'insats'->>'insats'
    WHERE u."agareId" = ${agareId}::uuid AND u.skickad IS NULL ORDER BY u.andrad DESC, u.id`;
}
