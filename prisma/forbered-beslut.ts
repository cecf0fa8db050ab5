import type { Beslutstyp } from '../domain/faser.js';
import type { Formular } from '../domain/formular.js';
import type { Beslutsunderlag } from '../domain/beslutsunderlag.js';
import type { Spargrund } from '../domain/spar/handlingar.js';
import type { Prisma, PrismaClient } from './client.js';

/** A decision's form as it was sent. */
export interface InlamnatBeslut {
  readonly id: string;
  readonly arendeId: string;
  readonly typ: Beslutstyp;
  readonly av: string;
  /** The right that it is decided by, and who is away and in whose place; the trace of the decision keeps both. */
  readonly grund?: Spargrund | undefined;
  readonly istalletFor?: string | undefined;
  /** What travels to the case under the same id. */
  readonly data: Beslutsunderlag[Beslutstyp];
  /** Texts and answers, exactly what the transaction that takes the decision reads (domain/formular.ts). */
  readonly formular: Formular;
  readonly nar: Date;
}

/**
 * Stores a decision's form as prepared, before the case hears of the decision: texts never travel through the engine.
 * Sent again with the same id it replaces what was prepared; a form that is already taken is left as it is.
 *
 * @returns `forberett`; `fattat` when this very decision is taken already; `frammande` when the id belongs to another
 * person's, another ärende's or another kind of decision
 */
export async function forberedBeslut(
  prisma: PrismaClient,
  beslut: InlamnatBeslut,
): Promise<'forberett' | 'fattat' | 'frammande'> {
  const { id, arendeId, typ, av, grund, istalletFor, nar } = beslut;
  const data = JSON.stringify(beslut.data);
  const formular = JSON.stringify(beslut.formular);
  const prepared = await prisma.$executeRaw`
    INSERT INTO beslut (id, "arendeId", typ, data, formular, "avId", grund, "istalletForId", forberett)
    VALUES (${id}::uuid, ${arendeId}::uuid, ${typ}, ${data}::jsonb, ${formular}::jsonb, ${av}::uuid, ${grund ?? null},
            ${istalletFor ?? null}::uuid, ${nar})
    ON CONFLICT (id) DO UPDATE SET data = excluded.data, formular = excluded.formular, grund = excluded.grund,
      "istalletForId" = excluded."istalletForId", forberett = excluded.forberett
    WHERE beslut.fattat IS NULL AND beslut."arendeId" = excluded."arendeId" AND beslut.typ = excluded.typ
      AND beslut."avId" = excluded."avId"`;
  if (prepared === 1) return 'forberett';
  return (await isFattat(prisma, beslut)) ? 'fattat' : 'frammande';
}

/** Whether this very decision stands as taken. */
export async function isFattat(
  prisma: PrismaClient,
  { id, arendeId, typ, av }: Pick<InlamnatBeslut, 'id' | 'arendeId' | 'typ' | 'av'>,
): Promise<boolean> {
  const where: Prisma.BeslutWhereInput = { id, arendeId, typ, avId: av, fattat: { not: null } };
  return (await prisma.beslut.count({ where })) > 0;
}
