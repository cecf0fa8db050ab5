import { fattaBeslut } from '../../activities/fatta-beslut.js';
import type { Beslutstyp } from '../../domain/faser.js';
import type { Formular } from '../../domain/formular.js';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Beslutsunderlag } from '../../domain/beslutsunderlag.js';
import type { Lage } from '../../domain/lage.js';
import type { Prisma, PrismaClient } from '../../prisma/client.js';

/** Takes a decision through the transaction that the case's workflow calls, as at a moment. */
export async function fattaDirekt<T extends Beslutstyp>(
  prisma: PrismaClient,
  arendeId: string,
  av: string,
  typ: T,
  data: Beslutsunderlag[T],
  formular: Formular<T>,
  nu: string,
): Promise<Lage> {
  const id = crypto.randomUUID();
  const form = formular as Prisma.InputJsonObject;
  await prisma.beslut.create({
    data: {
      id,
      arendeId,
      typ,
      data: JSON.parse(JSON.stringify(data)) as object,
      formular: form,
      avId: av,
      forberett: nu,
    },
  });
  const { lage } = await prisma.arende.findUniqueOrThrow({ where: { id: arendeId }, select: { lage: true } });
  const beslut = { id, typ, av, dag: dayOf(nu), data };
  return fattaBeslut(prisma, { lage: lage as unknown as Lage, beslut, nu });
}
