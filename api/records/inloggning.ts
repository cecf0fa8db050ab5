import type { Sparhandling } from '../../domain/spar/handlingar.js';
import type { Prisma, PrismaClient, Transaction } from '../../prisma/client.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';
import { tellInsats, tellNamngivandeArenden } from '../../prisma/tell-engine.js';
import type { GivenRole, ToldPerson } from '../login/claim-mapping.js';

/** What a login has to say about a person. */
export interface Inloggningsuppgifter {
  readonly told: ToldPerson;
  /** Whether somebody whom the records do not know is taken in. */
  readonly nyaPersoner: boolean;
  /** The moment, by the installation's clock. */
  readonly nar: Date;
}

/** A role as its row has it, with the code of its insats. */
interface Rollrad {
  readonly roll: string;
  readonly insatsId: string | null;
  readonly insats: string | undefined;
  readonly part: string | null;
}

interface Andring {
  readonly nar: Date;
  readonly anvandareId: string;
}

/**
 * Takes over what the identity provider says of somebody who has logged in, in one transaction: her name, address, title
 * and verksamhet, and the roles that its claims give. Roles that people have given stay, and a role of both kinds is
 * people's. Who is shut out is not let in, whatever the claims say, and who is not known becomes a person only where the
 * installation allows it and the claims name her, her address and a verksamhet that exists.
 *
 * @returns the person's id, or undefined when she has no account
 */
export function taEmotInloggning(prisma: PrismaClient, given: Inloggningsuppgifter): Promise<string | undefined> {
  return prisma.$transaction(async (tx) => {
    const id = (await lockPerson(tx, given.told.sub)) ?? (given.nyaPersoner ? await create(tx, given) : undefined);
    if (id === undefined) return undefined;
    const person = await tx.anvandare.findUniqueOrThrow({ where: { id } });
    if (!person.aktiv) return undefined;
    const andring = { nar: given.nar, anvandareId: id };
    await renewPerson(tx, person, given.told, andring);
    if (given.told.roller) await renewRoles(tx, given.told.roller, andring);
    return id;
  });
}

/** Two logins of one person in the same second change her roles one after the other. */
async function lockPerson(tx: Transaction, sub: string): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM anvandare WHERE sub = ${sub} FOR UPDATE`;
  return rows[0]?.id;
}

const trace = (tx: Transaction, { nar, anvandareId }: Andring, handling: Sparhandling, data: Prisma.InputJsonObject) =>
  skrivSpar(tx, { nar, handling, data: { anvandare: anvandareId, genom: 'inloggning', ...data } });

async function create(tx: Transaction, { told, nar }: Inloggningsuppgifter): Promise<string | undefined> {
  const { sub, namn, epost, titel, verksamhet: kod } = told;
  if (namn === undefined || epost === undefined || kod === undefined) return undefined;
  const verksamhet = await tx.verksamhet.findUnique({ where: { kod }, select: { id: true } });
  if (!verksamhet) return undefined;
  const data = { sub, namn, epost, titel: titel ?? null, verksamhetId: verksamhet.id, skapad: nar };
  // somebody may have been added by the same subject a moment ago: she is then the one
  const { count } = await tx.anvandare.createMany({ data: [data], skipDuplicates: true });
  const id = await lockPerson(tx, sub);
  if (id !== undefined && count > 0)
    await trace(tx, { nar, anvandareId: id }, 'lagg_till_anvandare', { verksamhet: kod });
  return id;
}

type Person = Prisma.AnvandareGetPayload<object>;

/** Writes what differs. A verksamhet that nobody knows changes nothing: somebody is to add it to the mapping or the records. */
async function renewPerson(tx: Transaction, person: Person, told: ToldPerson, andring: Andring): Promise<void> {
  const { namn = person.namn, epost = person.epost, titel = person.titel, verksamhet: kod } = told;
  const verksamhet = kod && (await tx.verksamhet.findUnique({ where: { kod }, select: { id: true } }));
  const next = { namn, epost, titel, verksamhetId: verksamhet ? verksamhet.id : person.verksamhetId };
  const changed = (Object.keys(next) as (keyof typeof next)[]).filter((key) => next[key] !== person[key]);
  if (changed.length === 0) return;
  await tx.anvandare.update({ where: { id: person.id }, data: next });
  const moved = changed.includes('verksamhetId');
  await trace(tx, andring, 'andra_anvandare', { falt: changed, ...(moved && kod ? { verksamhet: kod } : {}) });
}

const keyOf = ({ roll, insatsId, part }: Omit<Rollrad, 'insats'>): string => [roll, insatsId, part].join('/');

/**
 * Whoever begins or ceases to lead an insats, or all of them, is called to its meetings, or is not any longer; where she
 * is named for a protected person, the ärende looks who is left.
 */
async function tellOm(
  tx: Transaction,
  { roll, insatsId }: Pick<Rollrad, 'roll' | 'insatsId'>,
  { nar, anvandareId }: Andring,
) {
  await tellNamngivandeArenden(tx, anvandareId, nar.toISOString());
  if (roll !== 'sammankallande') return;
  const ledda = insatsId === null ? await tx.insats.findMany({ select: { id: true } }) : [{ id: insatsId }];
  for (const { id } of ledda) await tellInsats(tx, id, nar.toISOString());
}

async function renewRoles(tx: Transaction, given: readonly GivenRole[], andring: Andring): Promise<void> {
  const { anvandareId } = andring;
  const held = await tx.roll.findMany({ where: { anvandareId }, include: { insats: { select: { kod: true } } } });
  const wanted = new Map((await withIds(tx, given)).map((rad) => [keyOf(rad), rad]));
  for (const rad of held.filter((one) => one.franLogin && !wanted.has(keyOf(one)))) {
    await tx.roll.delete({ where: { id: rad.id } });
    await tellOm(tx, rad, andring);
    await trace(tx, andring, 'ta_bort_roll', described({ ...rad, insats: rad.insats?.kod }));
  }
  const has = new Set(held.map(keyOf));
  for (const rad of [...wanted.values()].filter((one) => !has.has(keyOf(one)))) {
    const { roll, insatsId, part } = rad;
    await tx.roll.create({ data: { anvandareId, franLogin: true, roll, insatsId, part } });
    await tellOm(tx, rad, andring);
    await trace(tx, andring, 'lagg_till_roll', described(rad));
  }
}

const described = ({ roll, insats, part }: Omit<Rollrad, 'insatsId'>) => ({
  roll,
  ...(insats === undefined ? {} : { insats }),
  ...(part === null ? {} : { part }),
});

/** A role in an insats that does not exist is none. */
async function withIds(tx: Transaction, given: readonly GivenRole[]): Promise<Rollrad[]> {
  const koder = given.flatMap(({ insats }) => insats ?? []);
  const insatser = await tx.insats.findMany({ where: { kod: { in: koder } }, select: { id: true, kod: true } });
  const ids = new Map(insatser.map(({ id, kod }) => [kod, id]));
  return given
    .filter(({ insats }) => insats === undefined || ids.has(insats))
    .map(({ roll, insats, part = null }) => ({ roll, insats, insatsId: ids.get(insats ?? '') ?? null, part }));
}
