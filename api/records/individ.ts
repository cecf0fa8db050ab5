import type { Remissinnehall } from '../../domain/remissinnehall.js';
import type { Transaction } from '../../prisma/client.js';

/**
 * The individ of a remiss. Somebody who is known by number stays as known: a remiss adds a name where there is none and
 * protection where it was not told, but a mistyped number must not rename the person of another ärende.
 *
 * @returns id of the row
 */
export async function findOrCreateIndivid(tx: Transaction, person: Remissinnehall['person']): Promise<string> {
  const id = crypto.randomUUID();
  if (!person.identifierad) {
    await tx.individ.create({ data: { id, fodelsear: person.fodelsear, kon: person.kon }, select: { id: true } });
    return id;
  }
  const { personnummer, namn, kon, skyddad } = person;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO individ (id, personnummer, namn, fodelsear, kon, skyddad)
    VALUES (${id}::uuid, ${personnummer}, ${namn}, ${Number(personnummer.slice(0, 4))}, ${kon}, ${skyddad})
    ON CONFLICT (personnummer) DO UPDATE SET
      namn = coalesce(individ.namn, excluded.namn), skyddad = individ.skyddad OR excluded.skyddad
    RETURNING id`;
  if (!row) throw new Error('The individ was not written');
  return row.id;
}
