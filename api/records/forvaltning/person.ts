import { hinder, type Hinder } from '../../../domain/hinder.js';
import { readArendeinnehav } from '../../../prisma/arbetsinnehav.js';
import { skillda } from '../../../domain/spar/andrat.js';
import type { PrismaClient } from '../../../prisma/client.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';

/** What a förvaltare tells of a person. */
export interface Personuppgifter {
  readonly namn: string;
  readonly epost: string;
  readonly titel: string | undefined;
  readonly verksamhetId: string;
  /** Who leads her, whom reminders about protected persons end with. */
  readonly chefId: string | undefined;
}

/**
 * Changes what is told of a person. To another verksamhet she goes with empty hands: what samtycke opened to the one that
 * she leaves would otherwise go along. The trace says what was changed, not to what: names stand in no trace.
 *
 * @returns why it could not be done: `har_kvar`
 */
export async function andraPerson(
  prisma: PrismaClient,
  {
    av,
    anvandareId,
    nar,
    ...ny
  }: Personuppgifter & { readonly av: string; readonly anvandareId: string; readonly nar: Date },
): Promise<Hinder | undefined> {
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM anvandare WHERE id = ${anvandareId}::uuid FOR UPDATE`;
    const fore = await tx.anvandare.findUniqueOrThrow({
      where: { id: anvandareId },
      select: { namn: true, epost: true, titel: true, verksamhetId: true, chefId: true },
    });
    if (ny.verksamhetId !== fore.verksamhetId) {
      const arenden = (await readArendeinnehav(tx, anvandareId)).length;
      const platser = await tx.teammedlem.count({ where: { anvandareId } });
      if (arenden + platser > 0)
        return hinder(
          'har_kvar',
          `Personen har ${arenden === 1 ? '1 öppet ärende' : `${arenden} öppna ärenden`} och ${platser === 1 ? '1 plats' : `${platser} platser`} i team för den gamla verksamheten. Lämna över dem först.`,
        );
    }
    const efter = { ...ny, titel: ny.titel ?? null, chefId: ny.chefId ?? null };
    const falt = (Object.keys(efter) as (keyof typeof efter)[]).filter((one) => efter[one] !== fore[one]);
    if (falt.length === 0) return undefined;
    await tx.anvandare.update({ where: { id: anvandareId }, data: efter, select: { id: true } });
    await skrivSpar(tx, {
      nar,
      av,
      handling: 'andra_anvandare',
      grund: 'forvaltare',
      andrat: skillda({ verksamhet: [fore.verksamhetId, efter.verksamhetId] }),
      data: { anvandare: anvandareId, falt },
    });
    return undefined;
  });
}
