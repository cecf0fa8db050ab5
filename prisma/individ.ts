import { fodelsearOf } from '../domain/personnummer.js';
import type { Remissinnehall } from '../domain/remissinnehall.js';
import type { Transaction } from './client.js';
import { sokbar } from './nycklar/nyckelring.js';

/**
 * The individ of a remiss. Somebody who is known by number stays as known: a remiss adds a name where there is none and
 * protection where it was not told, but a mistyped number must not rename the person of another ärende. Two authorities
 * may give the same reservnummer to two people, so the year of birth must be the same too.
 *
 * @returns the row's id, and whether the person's details are protected now
 */
export async function findOrCreateIndivid(
  tx: Transaction,
  person: Remissinnehall['person'],
): Promise<{ readonly id: string; readonly skyddad: boolean }> {
  const id = crypto.randomUUID();
  if (!person.identifierad) {
    await tx.individ.create({ data: { id, fodelsear: person.fodelsear, kon: person.kon }, select: { id: true } });
    return { id, skyddad: false };
  }
  const { personnummer, idtyp = 'personnummer', namn, kon, skyddad } = person;
  const known = { personnummerHmac: sokbar(personnummer), fodelsear: fodelsearOf(person) };
  const found = (await lockKnown(tx, known)) ?? (await insert());
  if ((found.namn === null && namn) || (skyddad && !found.skyddad))
    await tx.individ.update({
      where: { id: found.id },
      data: { namn: found.namn ?? namn, skyddad: found.skyddad || skyddad },
      select: { id: true },
    });
  return { id: found.id, skyddad: found.skyddad || skyddad };

  async function insert(): Promise<Kand> {
    await tx.individ.createMany({
      data: [{ id, personnummer, ...known, idtyp, namn, kon, skyddad }],
      skipDuplicates: true,
    });
    // somebody else may have been first
    const row = await lockKnown(tx, known);
    if (!row) throw new Error('The individ was not written');
    return row;
  }
}

interface Kand {
  readonly id: string;
  readonly namn: string | null;
  readonly skyddad: boolean;
}

/**
 * Holds the row of somebody who is known by number until the transaction ends. Whoever only refers to the row, as a new ärende
 * does, waits for nobody: who holds it may be waiting for the ärende that makes the new one.
 */
async function lockKnown(
  tx: Transaction,
  { personnummerHmac, fodelsear }: { personnummerHmac: string; fodelsear: number },
): Promise<Kand | undefined> {
  const [row] = await tx.$queryRaw<Kand[]>`
    SELECT id, namn, skyddad FROM individ
    WHERE "personnummerHmac" = ${personnummerHmac} AND fodelsear = ${fodelsear} FOR NO KEY UPDATE`;
  return row;
}

/**
 * Links an ärende with the earlier ones about the same person, open or closed, in any insats (design 2: the same person
 * back). Who may read them is asked where they are shown.
 */
export async function linkSammaPerson(tx: Transaction, arendeId: string, nu: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO arendelank ("franId", "tillId", slag, skapad)
    SELECT new.id, old.id, 'samma_person', ${nu}::timestamptz
    FROM arende new JOIN arende old ON old."individId" = new."individId" AND old.id <> new.id
    WHERE new.id = ${arendeId}::uuid AND old."stangdSom" IS DISTINCT FROM 'felregistrerad'
    ON CONFLICT DO NOTHING`;
}

/**
 * Tells the person's open ärenden, this one among them, that her details are protected, as far as they do not know yet:
 * each takes it over by itself.
 *
 * @param nu the moment of the transaction, ISO
 */
export async function tellOmSkydd(tx: Transaction, arendeId: string, nu: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO motoruppdrag (slag, "refId", skapat)
    SELECT 'avstamning', a.id, ${nu}::timestamptz
    FROM arende own JOIN individ i ON i.id = own."individId" JOIN arende a ON a."individId" = i.id
    WHERE own.id = ${arendeId}::uuid AND i.skyddad AND a.fas <> 'stangd' AND a.lage ->> 'skyddad' IS DISTINCT FROM 'true'`;
}
