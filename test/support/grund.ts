import { randomUUID } from 'node:crypto';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import type { Part } from '../../domain/koder.js';
import type { PrismaClient } from '../../prisma/client.js';
import { readProfil, type Profilkod } from '../../prisma/seed/profiler.js';

const VERKSAMHETER = {
  fk: { part: 'fk', namn: 'Försäkringskassan' },
  af: { part: 'af', namn: 'Arbetsförmedlingen' },
  psykiatri: { part: 'region', namn: 'Vuxenpsykiatrin' },
  kommun: { part: 'kommun', namn: 'Kommunens socialtjänst' },
} as const satisfies Record<string, { part: Part; namn: string }>;

export type Verksamhetskod = keyof typeof VERKSAMHETER;

/** People of the fixture; their subject at the identity provider is their key. */
const PERSONER = {
  remittent: { verksamhet: 'fk', roll: 'handlaggare' },
  annan_remittent: { verksamhet: 'af', roll: 'handlaggare' },
  rep_fk: { verksamhet: 'fk', roll: 'teamrepresentant' },
  rep_af: { verksamhet: 'af', roll: 'teamrepresentant' },
  rep_psykiatri: { verksamhet: 'psykiatri', roll: 'teamrepresentant' },
  rep_kommun: { verksamhet: 'kommun', roll: 'teamrepresentant' },
  koordinator: { verksamhet: 'kommun', roll: 'koordinator' },
  annan_koordinator: { verksamhet: 'kommun', roll: 'koordinator' },
  sammankallande: { verksamhet: 'kommun', roll: 'sammankallande' },
  ordforande: { verksamhet: 'kommun', roll: 'styrgrupp' },
  kansli: { verksamhet: 'kommun', roll: 'kansli' },
} as const satisfies Record<string, { verksamhet: Verksamhetskod; roll: string }>;

export type Personkod = keyof typeof PERSONER;

/** A small förbund with one insats: who and what a test needs, by readable keys. */
export interface Grund {
  readonly insats: { readonly id: string; readonly kod: string; readonly profil: Insatsprofil };
  readonly teamId: string;
  readonly verksamhet: Readonly<Record<Verksamhetskod, string>>;
  readonly person: Readonly<Record<Personkod, string>>;
}

/**
 * Makes the förbund, its verksamheter, one person for each role and one insats with its team. Each person's `sub` is her
 * key, so that a test logs in by the same word.
 *
 * @param shape lets a test shape the profile (capacity, deadlines)
 */
export async function createGrund(
  prisma: PrismaClient,
  kod: Profilkod = 'vagknuten',
  shape: (profile: Insatsprofil) => Insatsprofil = (profile) => profile,
): Promise<Grund> {
  const forbund = await prisma.forbund.create({ data: { kod: 'test', namn: 'Testförbundet' } });
  const verksamhet = ids(VERKSAMHETER);
  await prisma.verksamhet.createMany({
    data: Object.entries(VERKSAMHETER).map(([key, values]) => ({
      id: verksamhet[key as Verksamhetskod],
      kod: key,
      forbundId: forbund.id,
      ...values,
    })),
  });
  const innehall = shape(await readProfil(kod));
  const insats = await prisma.insats.create({
    data: {
      kod,
      namn: innehall.namn,
      nummerprefix: kod === 'samba_lis' ? 'SAMBA' : 'VAG',
      forbundId: forbund.id,
      huvudmanId: verksamhet.kommun,
      profiler: { create: { version: 1, innehall: JSON.parse(JSON.stringify(innehall)) as object } },
    },
  });
  const team = await prisma.team.create({
    data: { insatsId: insats.id, kod: innehall.team[0].kod, namn: innehall.team[0].namn },
  });
  const person = ids(PERSONER);
  await createPersoner(prisma, { person, verksamhet, insatsId: insats.id, teamId: team.id });
  return { insats: { id: insats.id, kod, profil: innehall }, teamId: team.id, verksamhet, person };
}

async function createPersoner(
  prisma: PrismaClient,
  given: Pick<Grund, 'person' | 'verksamhet' | 'teamId'> & { insatsId: string },
): Promise<void> {
  const all = Object.entries(PERSONER) as [Personkod, (typeof PERSONER)[Personkod]][];
  await prisma.anvandare.createMany({
    data: all.map(([key, { verksamhet }]) => ({
      id: given.person[key],
      sub: key,
      namn: `Test ${key}`,
      epost: `${key}@exempel.se`,
      verksamhetId: given.verksamhet[verksamhet],
    })),
  });
  await prisma.roll.createMany({
    data: all.map(([key, { roll }]) => ({
      anvandareId: given.person[key],
      roll,
      insatsId: roll === 'handlaggare' || roll === 'kansli' ? null : given.insatsId,
    })),
  });
  await prisma.teammedlem.createMany({
    data: all
      .filter(([, { roll }]) => roll === 'teamrepresentant')
      .map(([key, { verksamhet }]) => ({
        teamId: given.teamId,
        anvandareId: given.person[key],
        verksamhetId: given.verksamhet[verksamhet],
      })),
  });
}

const ids = <K extends string>(of: Record<K, unknown>): Record<K, string> =>
  Object.fromEntries(Object.keys(of).map((key) => [key, randomUUID()])) as Record<K, string>;
