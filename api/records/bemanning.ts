import { provaRollforlust, provaTeamforlust, type Insatsroll } from '../../domain/insats/bemanning.js';
import { hinder, type Hinder } from '../../domain/hinder.js';
import { skillda } from '../../domain/spar/andrat.js';
import type { Sparhandling } from '../../domain/spar/handlingar.js';
import type { PrismaClient, Transaction } from '../../prisma/client.js';
import { writeKallelser } from '../../prisma/skriv-kallelser.js';
import { skrivSpar, type NySparrad } from '../../prisma/spar/skriv.js';
import { tellNamngivandeArenden } from '../../prisma/tell-engine.js';

/** Who changes the people of which insats, and when by the installation's clock. */
export interface Bemanning {
  readonly av: string;
  readonly nar: Date;
  readonly insatsId: string;
  readonly insats: string;
  /** The right it is done by. */
  readonly grund: 'sammankallande' | 'kansli';
}

const FRAMMANDE = hinder('frammande', 'Personen hör inte till förbundet eller är inte aktiv längre. Ladda om sidan.');

/**
 * Who only administers an insats does not let herself into its ärenden: somebody else gives her a role (design 3). Who
 * leads it sees them already.
 */
async function isSelfService(tx: Transaction, { av, insatsId }: Bemanning, anvandareId: string): Promise<boolean> {
  if (anvandareId !== av) return false;
  const leads = { anvandareId: av, roll: 'sammankallande', OR: [{ insatsId }, { insatsId: null }] };
  return (await tx.roll.count({ where: leads })) === 0;
}

const SIG_SJALV = hinder(
  'sig_sjalv',
  'Du kan inte ge dig själv en roll eller en plats i insatsen. Be sammankallande eller en annan i kansliet.',
);

/** Changes who works in an insats one at a time: two who remove the last two at once leave one of them. */
const inInsats = <T>(prisma: PrismaClient, { insatsId }: Bemanning, change: (tx: Transaction) => Promise<T>) =>
  prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM insats WHERE id = ${insatsId}::uuid FOR UPDATE`;
    return change(tx);
  });

const trace = (
  tx: Transaction,
  { av, nar, insats, grund }: Bemanning,
  handling: Sparhandling,
  { andrat, data }: Pick<NySparrad, 'andrat' | 'data'>,
): Promise<void> => skrivSpar(tx, { nar, av, handling, grund, andrat, data: { insats, ...data } });

/** The person, when she is active and of the insats's förbund. */
const personOf = (tx: Transaction, insatsId: string, anvandareId: string) =>
  tx.anvandare.findFirst({
    where: { id: anvandareId, aktiv: true, verksamhet: { forbund: { insatser: { some: { id: insatsId } } } } },
    select: { namn: true, verksamhetId: true },
  });

/**
 * Gives a person a role in an insats; one that she has already is no fault. Who leads it is called to its meetings.
 *
 * @returns why it could not be done
 */
export async function laggTillRoll(
  prisma: PrismaClient,
  given: Bemanning & { readonly anvandareId: string; readonly roll: Insatsroll },
): Promise<Hinder | undefined> {
  const { insatsId, anvandareId, roll } = given;
  return inInsats(prisma, given, async (tx) => {
    if (!(await personOf(tx, insatsId, anvandareId))) return FRAMMANDE;
    if (await isSelfService(tx, given, anvandareId)) return SIG_SJALV;
    if (!(await addRoll(tx, insatsId, anvandareId, roll))) return undefined;
    if (roll === 'sammankallande') await writeKallelser(tx, insatsId, given.nar.toISOString());
    await tellNamngivandeArenden(tx, anvandareId, given.nar.toISOString());
    await trace(tx, given, 'lagg_till_roll', { data: { roll, anvandare: anvandareId } });
    return undefined;
  });
}

async function addRoll(tx: Transaction, insatsId: string, anvandareId: string, roll: string): Promise<boolean> {
  const held = await tx.roll.count({ where: { insatsId, anvandareId, roll } });
  // what people have given, the login does not take away
  await tx.roll.updateMany({ where: { insatsId, anvandareId, roll, franLogin: true }, data: { franLogin: false } });
  if (held > 0) return false;
  // the first one of a styrgrupp leads it: there is always one, and one only
  const ordforande =
    roll === 'styrgrupp' && (await tx.roll.count({ where: { insatsId, roll, ordforande: true } })) === 0;
  await tx.roll.create({ data: { insatsId, anvandareId, roll, ordforande } });
  return true;
}

/**
 * Takes a role in an insats from a person.
 *
 * @param ord what the insats calls the role
 * @returns what keeps her in it (domain/insats/bemanning.ts)
 */
export async function taBortRoll(
  prisma: PrismaClient,
  given: Bemanning & { readonly anvandareId: string; readonly roll: Insatsroll; readonly ord: string },
): Promise<Hinder | undefined> {
  const { insatsId, anvandareId, roll, ord } = given;
  return inInsats(prisma, given, async (tx) => {
    const held = await tx.roll.findFirst({
      where: { insatsId, anvandareId, roll },
      select: { ordforande: true, anvandare: { select: { namn: true } } },
    });
    if (!held) return undefined;
    const others = await tx.roll.findMany({
      where: {
        roll,
        anvandareId: { not: anvandareId },
        anvandare: { aktiv: true },
        OR: [{ insatsId }, { insatsId: null }],
      },
      distinct: ['anvandareId'],
      select: { anvandareId: true },
    });
    const arenden = await tx.arende.count({ where: { insatsId, koordinatorId: anvandareId, stangd: null } });
    const { ordforande } = held;
    const { namn } = held.anvandare;
    const kept = provaRollforlust({ roll, namn, ord, andra: others.length, arenden, ordforande });
    if (kept) return kept;
    await tx.roll.deleteMany({ where: { insatsId, anvandareId, roll } });
    if (roll === 'sammankallande') await writeKallelser(tx, insatsId, given.nar.toISOString());
    await tellNamngivandeArenden(tx, anvandareId, given.nar.toISOString());
    await trace(tx, given, 'ta_bort_roll', { data: { roll, anvandare: anvandareId } });
    return undefined;
  });
}

/**
 * Makes one of the styrgrupp its ordförande, the last step of a reminder ladder; whoever was it is not any longer.
 *
 * @returns why it could not be done: she is not of the insats's styrgrupp
 */
export async function gorTillOrdforande(
  prisma: PrismaClient,
  given: Bemanning & { readonly anvandareId: string },
): Promise<Hinder | undefined> {
  const { insatsId, anvandareId } = given;
  return inInsats(prisma, given, async (tx) => {
    const own = { insatsId, anvandareId, roll: 'styrgrupp', anvandare: { aktiv: true } };
    const held = await tx.roll.findFirst({ where: own, select: { id: true, ordforande: true } });
    if (!held) return hinder('inte_i_styrgruppen', 'Ordföranden behöver vara med i styrgruppen. Ge rollen först.');
    if (held.ordforande) return undefined;
    await tx.roll.updateMany({ where: { insatsId, ordforande: true }, data: { ordforande: false } });
    await tx.roll.update({ where: { id: held.id }, data: { ordforande: true }, select: { id: true } });
    await trace(tx, given, 'ordforande', { data: { anvandare: anvandareId } });
    return undefined;
  });
}

/**
 * Seats a person in a team for a verksamhet; who sits there already gets the new seat in place of the old one.
 *
 * @param verksamhetId missing: the person's own
 * @returns why it could not be done
 */
export async function laggTillTeamplats(
  prisma: PrismaClient,
  given: Bemanning & {
    readonly teamId: string;
    readonly anvandareId: string;
    readonly verksamhetId: string | undefined;
    readonly ersattare: boolean;
    /** Codes of the parter that take part in the insats. */
    readonly parter: readonly string[];
  },
): Promise<Hinder | undefined> {
  const { insatsId, teamId, anvandareId, ersattare, parter } = given;
  return inInsats(prisma, given, async (tx) => {
    const person = await personOf(tx, insatsId, anvandareId);
    if (!person) return FRAMMANDE;
    if (await isSelfService(tx, given, anvandareId)) return SIG_SJALV;
    const verksamhet = await tx.verksamhet.findFirst({
      where: {
        id: given.verksamhetId ?? person.verksamhetId,
        forbund: { insatser: { some: { id: insatsId, team: { some: { id: teamId } } } } },
      },
      select: { id: true, namn: true, part: true },
    });
    if (!verksamhet) return hinder('okand_verksamhet', 'Verksamheten hör inte till förbundet. Välj en annan.');
    if (!parter.includes(verksamhet.part))
      return hinder(
        'utanfor_parterna',
        `${verksamhet.namn} hör inte till insatsens parter. Välj en annan verksamhet, eller lägg till parten i profilen.`,
      );
    const seat = { verksamhetId: verksamhet.id, ersattare };
    const had = await tx.teammedlem.findUnique({ where: { teamId_anvandareId: { teamId, anvandareId } } });
    if (had && had.verksamhetId !== verksamhet.id) {
      const kept = await keptInTeam(tx, had);
      if (kept) return kept;
    }
    await tx.teammedlem.upsert({
      where: { teamId_anvandareId: { teamId, anvandareId } },
      create: { teamId, anvandareId, ...seat },
      update: seat,
    });
    await addRoll(tx, insatsId, anvandareId, 'teamrepresentant');
    await writeKallelser(tx, insatsId, given.nar.toISOString());
    await trace(tx, given, 'lagg_till_teamplats', {
      andrat: skillda({
        verksamhet: [had?.verksamhetId ?? null, verksamhet.id],
        ersattare: [had?.ersattare ?? null, ersattare],
      }),
      data: { team: teamId, anvandare: anvandareId },
    });
    return undefined;
  });
}

/**
 * Takes a person's seat in a team; with her last seat in the insats she is no teamrepresentant there any longer.
 *
 * @returns what keeps her in it (domain/insats/bemanning.ts)
 */
export async function taBortTeamplats(
  prisma: PrismaClient,
  given: Bemanning & { readonly teamId: string; readonly anvandareId: string },
): Promise<Hinder | undefined> {
  const { insatsId, teamId, anvandareId } = given;
  return inInsats(prisma, given, async (tx) => {
    const had = await tx.teammedlem.findFirst({ where: { teamId, anvandareId, team: { insatsId } } });
    if (!had) return undefined;
    const kept = await keptInTeam(tx, had);
    if (kept) return kept;
    await tx.teammedlem.delete({ where: { teamId_anvandareId: { teamId, anvandareId } } });
    if ((await tx.teammedlem.count({ where: { anvandareId, team: { insatsId } } })) === 0)
      await tx.roll.deleteMany({ where: { insatsId, anvandareId, roll: 'teamrepresentant' } });
    await writeKallelser(tx, insatsId, given.nar.toISOString());
    await trace(tx, given, 'ta_bort_teamplats', {
      andrat: { verksamhet: [had.verksamhetId, null], ersattare: [had.ersattare, null] },
      data: { team: teamId, anvandare: anvandareId },
    });
    return undefined;
  });
}

interface Plats {
  readonly teamId: string;
  readonly anvandareId: string;
  readonly verksamhetId: string;
}

async function keptInTeam(tx: Transaction, { teamId, anvandareId, verksamhetId }: Plats): Promise<Hinder | undefined> {
  const [person, verksamhet, andra, uppgifter] = [
    await tx.anvandare.findUniqueOrThrow({ where: { id: anvandareId }, select: { namn: true } }),
    await tx.verksamhet.findUniqueOrThrow({ where: { id: verksamhetId }, select: { namn: true } }),
    await tx.teammedlem.count({
      where: { teamId, verksamhetId, anvandareId: { not: anvandareId }, anvandare: { aktiv: true } },
    }),
    await tx.uppgift.count({ where: { verksamhetId, anvandareId: null, avslutad: null, arende: { teamId } } }),
  ];
  return provaTeamforlust({ namn: person.namn, verksamhet: verksamhet.namn, andra, uppgifter });
}
