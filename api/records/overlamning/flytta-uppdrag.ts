import type { Flyttat } from '../../../domain/arbetsoverlamning.js';
import type { foljerMed, Roll, Uppdrag } from '../../../prisma/arbetsinnehav.js';
import type { Transaction } from '../../../prisma/client.js';

/**
 * Moves roles and seats from one person to another. A role that the login gives stays with whom it gives it to, and is
 * given to the receiver beside it. What she has of it already is joined: an ordinary seat takes the place of an
 * ersättare's, and who led the styrgrupp is followed by who leads it.
 */
export async function flyttaUppdrag(
  tx: Transaction,
  fran: Pick<Uppdrag, 'id'>,
  till: Pick<Uppdrag, 'id' | 'roller' | 'platser'>,
  { roller, platser }: ReturnType<typeof foljerMed>,
): Promise<Pick<Flyttat, 'roller' | 'platser' | 'platserKvar'>> {
  const flyttas = platser.filter(({ hinder }) => hinder === undefined).map(({ plats }) => plats);
  const kvar = platser.flatMap(({ hinder }) => hinder ?? []);
  // who keeps a seat is still one of its team
  const foljer = kvar.length === 0 ? roller : roller.filter(({ roll }) => roll !== 'teamrepresentant');
  for (const roll of foljer) await flyttaRoll(tx, roll, till);
  for (const { teamId, verksamhetId, ersattare } of flyttas) {
    const had = till.platser.find((one) => one.teamId === teamId);
    const seat = { verksamhetId, ersattare: ersattare && (had?.ersattare ?? true) };
    await tx.teammedlem.delete({ where: { teamId_anvandareId: { teamId, anvandareId: fran.id } } });
    await tx.teammedlem.upsert({
      where: { teamId_anvandareId: { teamId, anvandareId: till.id } },
      create: { teamId, anvandareId: till.id, ...seat },
      update: seat,
    });
    await flyttaInkallelser(tx, teamId, fran.id, till.id);
  }
  return { roller: foljer.length, platser: flyttas.length, platserKvar: kvar };
}

async function flyttaRoll(tx: Transaction, roll: Roll, till: Pick<Uppdrag, 'id' | 'roller'>): Promise<void> {
  const has = till.roller.find(
    (one) => one.roll === roll.roll && one.insatsId === roll.insatsId && one.part === roll.part,
  );
  const { ordforande, insatsId, part } = roll;
  if (!has) await tx.roll.create({ data: { anvandareId: till.id, roll: roll.roll, insatsId, part, ordforande } });
  else if (ordforande) await tx.roll.update({ where: { id: has.id }, data: { ordforande } });
  if (roll.franLogin) await tx.roll.update({ where: { id: roll.id }, data: { ordforande: false } });
  else await tx.roll.delete({ where: { id: roll.id } });
}

/** Whoever was called in to a meeting that is still to be held is followed there too. */
async function flyttaInkallelser(tx: Transaction, teamId: string, fran: string, till: string): Promise<void> {
  const mote = { teamId, avslutat: null, installt: false };
  const inkallad = await tx.motesdeltagare.findMany({
    where: { anvandareId: fran, inkallad: true, mote },
    select: { moteId: true },
  });
  await tx.motesdeltagare.createMany({
    data: inkallad.map(({ moteId }) => ({ moteId, anvandareId: till, inkallad: true })),
    skipDuplicates: true,
  });
  await tx.motesdeltagare.deleteMany({ where: { anvandareId: fran, inkallad: true, mote } });
}
