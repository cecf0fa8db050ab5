import type { Insatsbeslut, Insatsbeslutstyp, Insatsformular } from '../../domain/insats/lage.js';
import type { Spargrund } from '../../domain/spar/handlingar.js';
import type { Prisma, PrismaClient } from '../../prisma/client.js';

/** A decision's form on an insats, as it was sent. */
export interface InlamnatInsatsbeslut<T extends Insatsbeslutstyp = Insatsbeslutstyp> {
  readonly insatsId: string;
  readonly beslut: Insatsbeslut<T>;
  readonly formular: Insatsformular[T];
  /** The right that it is decided by, and who is away and in whose place; the trace of the decision keeps both. */
  readonly grund?: Spargrund | undefined;
  readonly istalletFor?: string | undefined;
}

/**
 * Stores a decision's form as prepared, before the insats hears of the decision. Sent again with the same id it replaces
 * what was prepared; a form that is already taken is left as it is.
 *
 * @returns `forberett`; `fattat` when this very decision is taken already; `frammande` when the id belongs to another
 * person's, another insats's or another kind of decision
 */
export async function forberedInsatsbeslut<T extends Insatsbeslutstyp>(
  prisma: PrismaClient,
  { insatsId, beslut, formular, grund, istalletFor }: InlamnatInsatsbeslut<T>,
): Promise<'forberett' | 'fattat' | 'frammande'> {
  const { id, typ, av, nar } = beslut;
  const prepared = await prisma.$executeRaw`
    INSERT INTO insatsbeslut (id, "insatsId", typ, data, formular, "avId", grund, "istalletForId", forberett)
    VALUES (${id}::uuid, ${insatsId}::uuid, ${typ}, ${JSON.stringify(beslut.data)}::jsonb,
            ${JSON.stringify(formular)}::jsonb, ${av}::uuid, ${grund ?? null}, ${istalletFor ?? null}::uuid,
            ${new Date(nar)})
    ON CONFLICT (id) DO UPDATE SET data = excluded.data, formular = excluded.formular, grund = excluded.grund,
      "istalletForId" = excluded."istalletForId", forberett = excluded.forberett
    WHERE insatsbeslut.fattat IS NULL AND insatsbeslut."insatsId" = excluded."insatsId"
      AND insatsbeslut.typ = excluded.typ AND insatsbeslut."avId" = excluded."avId"`;
  if (prepared === 1) return 'forberett';
  return (await isInsatsbeslutFattat(prisma, insatsId, beslut)) ? 'fattat' : 'frammande';
}

/** Whether this very decision stands as taken. */
export async function isInsatsbeslutFattat(
  prisma: PrismaClient,
  insatsId: string,
  { id, typ, av }: Pick<Insatsbeslut, 'id' | 'typ' | 'av'>,
): Promise<boolean> {
  const where: Prisma.InsatsbeslutWhereInput = { id, insatsId, typ, avId: av, fattat: { not: null } };
  return (await prisma.insatsbeslut.count({ where })) > 0;
}
