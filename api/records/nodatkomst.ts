import { hinder, type Hinder } from '../../domain/hinder.js';
import type { Instant } from '../../domain/kalender/kalender.js';
import { nodatkomstSlut, type Bedomning } from '../../domain/nodatkomst.js';
import type { PrismaClient, Transaction } from '../../prisma/client.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';
import { writeUtskick } from '../../prisma/skriv-utskick.js';

/** An ärende to be opened in an emergency. */
export interface NyNodatkomst {
  /** From the form: the same form sent twice is one opening. */
  readonly id: string;
  readonly arendeId: string;
  readonly av: string;
  /** The part whose role it is opened by. */
  readonly part: string;
  readonly skal: string;
  readonly nu: Instant;
}

/**
 * Opens one ärende to somebody for some hours, with its row of the trace, and tells the part's förvaltare by number, all in
 * one transaction. The caller has asked for the right to it. An opening that stands already is left as it is.
 */
export async function oppnaNodatkomst(prisma: PrismaClient, ny: NyNodatkomst): Promise<void> {
  const { id, arendeId, av, part, skal, nu } = ny;
  const till = nodatkomstSlut(nu);
  await prisma.$transaction(async (tx) => {
    // two forms of hers in the same second are one opening
    await tx.$queryRaw`SELECT 1 FROM anvandare WHERE id = ${av}::uuid FOR UPDATE`;
    const standing = { arendeId, avId: av, avslutad: null, till: { gt: nu } };
    if ((await tx.nodatkomst.count({ where: standing })) > 0) return;
    const { count } = await tx.nodatkomst.createMany({
      data: { id, arendeId, avId: av, part, skal, fran: nu, till },
      skipDuplicates: true,
    });
    if (count === 0) return;
    const rad = { nar: nu, av, arendeId, grund: 'nodatkomst' } as const;
    await skrivSpar(tx, { ...rad, handling: 'nodatkomst_oppnad', data: { nodatkomst: id, part, till } });
    await tell(tx, ny);
  });
}

async function tell(tx: Transaction, { id, arendeId, part, nu }: NyNodatkomst): Promise<void> {
  const forvaltare = await tx.anvandare.findMany({
    where: { aktiv: true, roller: { some: { roll: 'forvaltare', part } } },
    select: { id: true },
  });
  const rad = { om: { arendeId }, slag: 'nodatkomst', sekvens: 0, nyckel: `nodatkomst-${id}` } as const;
  await writeUtskick(
    tx,
    forvaltare.map((one) => ({ ...rad, mottagareId: one.id })),
    { nu },
  );
}

/**
 * Ends an opening of one's own before its time.
 *
 * @returns false when it had ended already; undefined when none of hers has that id
 */
export async function avslutaNodatkomst(
  prisma: PrismaClient,
  { id, av, nu }: { readonly id: string; readonly av: string; readonly nu: Instant },
): Promise<boolean | undefined> {
  return prisma.$transaction(async (tx) => {
    if ((await tx.nodatkomst.count({ where: { id, avId: av } })) === 0) return undefined;
    const standing = { id, avId: av, avslutad: null, till: { gt: nu } };
    const [ended] = await tx.nodatkomst.updateManyAndReturn({
      where: standing,
      data: { avslutad: nu },
      select: { arendeId: true },
    });
    if (!ended) return false;
    const rad = { nar: nu, av, arendeId: ended.arendeId, grund: 'nodatkomst' } as const;
    await skrivSpar(tx, { ...rad, handling: 'nodatkomst_avslutad', data: { nodatkomst: id } });
    return true;
  });
}

/** What a granskare finds of an opening. */
export interface Nodatkomstgranskning {
  readonly id: string;
  readonly av: string;
  readonly bedomning: Bedomning;
  readonly kommentar: string | undefined;
  readonly nu: Instant;
}

/**
 * Notes that an opening has been reviewed, once. The caller has asked for the right to it.
 *
 * @returns why it could not be done: it is her own, it still stands, or somebody has reviewed it
 */
export async function granskaNodatkomst(
  prisma: PrismaClient,
  { id, av, bedomning, kommentar, nu }: Nodatkomstgranskning,
): Promise<Hinder | undefined> {
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM nodatkomst WHERE id = ${id}::uuid FOR UPDATE`;
    const found = await tx.nodatkomst.findUniqueOrThrow({
      where: { id },
      select: { arendeId: true, avId: true, till: true, avslutad: true, granskad: true },
    });
    if (found.avId === av) return hinder('egen', 'Du kan inte granska din egen nödåtkomst. Be en annan granskare.');
    if (found.granskad) return hinder('granskad', 'Nödåtkomsten är redan granskad. Ladda om sidan för att se av vem.');
    if (!found.avslutad && found.till.toISOString() > nu)
      return hinder('pagar', 'Nödåtkomsten pågår än. Granska den när den är avslutad, så att allt som lästes är med.');
    await tx.nodatkomst.update({
      where: { id },
      data: { granskad: nu, granskadAvId: av, bedomning, kommentar: kommentar ?? null },
    });
    await skrivSpar(tx, {
      nar: nu,
      av,
      handling: 'nodatkomst_granskad',
      arendeId: found.arendeId,
      grund: 'granskare',
      andrat: { bedomning: [null, bedomning] },
      data: { nodatkomst: id },
    });
    return undefined;
  });
}
