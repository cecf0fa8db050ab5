import { parter as standardparter } from '../../domain/koder.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { completeProfil } from '../../domain/standardprofil.js';
import type { Prisma, PrismaClient, Transaction } from '../../prisma/client.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';
import { tellInsats } from '../../prisma/tell-engine.js';
import type { Profilfil } from '../profil/schema.js';

interface Av {
  readonly av: string;
  readonly nar: Date;
  /** The right it is done by. */
  readonly grund: 'sammankallande' | 'kansli';
}

const json = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;

/**
 * Saves the profile that is being edited. An insats has one draft, that all who may edit it share.
 *
 * @param sedd when the draft was last changed as the form saw it; undefined: there was none
 * @returns false when somebody else has changed it meanwhile; nothing is written then
 */
export async function sparaProfilutkast(
  prisma: PrismaClient,
  given: Pick<Av, 'av' | 'nar'> & { insatsId: string; bas: number; profil: unknown; sedd: string | undefined },
): Promise<boolean> {
  const { insatsId, bas, profil, sedd, av, nar } = given;
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM insats WHERE id = ${insatsId}::uuid FOR UPDATE`;
    const utkast = await tx.profilutkast.findFirst({ where: { insatsId }, select: { id: true, andrad: true } });
    if (utkast?.andrad.toISOString() !== sedd) return false;
    const innehall = json({ grund: bas, profil });
    // told apart by the moment: two saves within one millisecond are two
    const andrad = utkast && utkast.andrad >= nar ? new Date(utkast.andrad.getTime() + 1) : nar;
    if (utkast) await tx.profilutkast.update({ where: { id: utkast.id }, data: { innehall, andrad, agareId: av } });
    else await tx.profilutkast.create({ data: { insatsId, innehall, andrad, agareId: av } });
    return true;
  });
}

/** Throws away the draft of an insats's profile. */
export async function kastaProfilutkast(
  prisma: PrismaClient,
  { insatsId, insats, av, nar, grund }: Av & { insatsId: string; insats: string },
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.profilutkast.deleteMany({ where: { insatsId } });
    if (count > 0) await skrivSpar(tx, { nar, av, handling: 'kasta_profilutkast', grund, data: { insats } });
  });
}

/**
 * Saves a new version of an insats's profile: from now on new ärenden follow it; running ones keep theirs. The insats
 * looks again at its places and its meetings.
 *
 * @param bas the version that the profile was edited from
 * @returns the new version's number, or undefined when another version was saved meanwhile
 */
export async function publiceraProfil(
  prisma: PrismaClient,
  given: Av & { insatsId: string; bas: number; profil: Insatsprofil; kommentar: string },
): Promise<number | undefined> {
  const { insatsId, bas, profil, kommentar, av, nar, grund } = given;
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM insats WHERE id = ${insatsId}::uuid FOR UPDATE`;
    const { _max } = await tx.insatsprofil.aggregate({ where: { insatsId }, _max: { version: true } });
    if (_max.version !== bas) return undefined;
    const version = bas + 1;
    await tx.insatsprofil.create({
      data: { insatsId, version, innehall: json(profil), skapad: nar, skapadAvId: av, kommentar },
    });
    await tx.insats.update({ where: { id: insatsId }, data: { namn: profil.namn } });
    await writeTeam(tx, insatsId, profil);
    await tx.profilutkast.deleteMany({ where: { insatsId } });
    await tellInsats(tx, insatsId, nar.toISOString());
    await skrivSpar(tx, {
      nar,
      av,
      handling: 'publicera_profil',
      grund,
      andrat: { profilversion: [bas, version] },
      data: { insats: profil.kod },
    });
    return version;
  });
}

async function writeTeam(tx: Transaction, insatsId: string, { team }: Insatsprofil): Promise<void> {
  for (const { kod, namn } of team)
    await tx.team.upsert({
      where: { insatsId_kod: { insatsId, kod } },
      create: { insatsId, kod, namn },
      update: { namn },
    });
}

/** What keeps a new insats from being made: another has its code or its prefix. */
export type Krock = 'kod' | 'nummerprefix';

/**
 * Makes a new insats from a profile's file: the förbund if it is new, its own parter, the huvudman and the verksamheter
 * that it names, and the first version of the profile. People are added by the förvaltare; until its team has some, no
 * remiss can be sent to it.
 *
 * @param forbundId the förbund where the file names none
 * @returns the new insats's code, or what is taken already
 */
export async function skapaInsats(
  prisma: PrismaClient,
  { insats, profil: innehall }: Profilfil,
  { av, nar, grund, forbundId }: Av & { forbundId: string },
): Promise<{ readonly kod: string } | { readonly krock: Krock }> {
  const profil = completeProfil(innehall);
  const { kod } = profil;
  const { nummerprefix } = insats;
  return prisma.$transaction(async (tx) => {
    const taken = await tx.insats.findFirst({ where: { OR: [{ kod }, { nummerprefix }] }, select: { kod: true } });
    if (taken) return { krock: taken.kod === kod ? 'kod' : 'nummerprefix' };
    const forbund = insats.forbund ? await writeForbund(tx, insats.forbund) : forbundId;
    await writeParter(tx, forbund, insats.parter ?? []);
    const huvudmanId = await writeVerksamheter(tx, forbund, insats);
    const { id } = await tx.insats.create({
      data: {
        kod,
        namn: profil.namn,
        nummerprefix,
        forbundId: forbund,
        huvudmanId,
        profiler: { create: { version: 1, innehall: json(profil), skapad: nar, skapadAvId: av } },
      },
      select: { id: true },
    });
    await writeTeam(tx, id, profil);
    await tellInsats(tx, id, nar.toISOString());
    await skrivSpar(tx, { nar, av, handling: 'skapa_insats', grund, data: { insats: kod } });
    return { kod };
  });
}

async function writeForbund(tx: Transaction, { kod, namn }: { kod: string; namn: string }): Promise<string> {
  const { id } = await tx.forbund.upsert({ where: { kod }, create: { kod, namn }, update: {}, select: { id: true } });
  return id;
}

/** The standard's parter are every förbund's from the start; its own come beside them. */
async function writeParter(
  tx: Transaction,
  forbundId: string,
  own: readonly { kod: string; namn: string }[],
): Promise<void> {
  const standard = Object.entries(standardparter).map(([kod, namn]) => ({ kod, namn }));
  const all = [...standard.filter(({ kod }) => !own.some((one) => one.kod === kod)), ...own];
  await tx.part.createMany({
    data: all.map((part, ordning) => ({ ...part, ordning, forbundId })),
    skipDuplicates: true,
  });
}

async function writeVerksamheter(
  tx: Transaction,
  forbundId: string,
  { huvudman, verksamheter = [] }: Profilfil['insats'],
): Promise<string> {
  const alla = [huvudman, ...verksamheter].map(({ kod, namn, part, kommun }) => ({
    kod,
    namn,
    part,
    kommun: kommun ?? null,
    forbundId,
  }));
  await tx.verksamhet.createMany({ data: alla, skipDuplicates: true });
  const { id } = await tx.verksamhet.findUniqueOrThrow({ where: { kod: huvudman.kod }, select: { id: true } });
  return id;
}
