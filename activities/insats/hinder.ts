import type { Insatsbeslut, Insatsformular } from '../../domain/insats/lage.js';
import type { Transaction } from '../../prisma/client.js';
import type { Insatsrad } from './rad.js';

/** Keeps what the team told; the verksamhet is the one that the teller represents. */
export async function recordHinderanmalan(
  tx: Transaction,
  rad: Insatsrad,
  { id, av, data }: Insatsbeslut<'hinderanmalan'>,
  { text }: Insatsformular['hinderanmalan'],
  nu: string,
): Promise<void> {
  const medlem = await tx.teammedlem.findFirst({
    where: { anvandareId: av, team: { insatsId: rad.id, kod: data.team } },
    select: { verksamhetId: true },
  });
  await tx.strukturelltHinder.create({
    data: { id, insatsId: rad.id, verksamhetId: medlem?.verksamhetId ?? null, text, anmaltAvId: av, anmalt: nu },
  });
}

/** Keeps the styrgrupp's answer. */
export async function recordHindersvar(
  tx: Transaction,
  rad: Insatsrad,
  { av, data }: Insatsbeslut<'hindersvar'>,
  { svar }: Insatsformular['hindersvar'],
  nu: string,
): Promise<void> {
  await tx.strukturelltHinder.update({
    where: { id: data.hinder, insatsId: rad.id, svarat: null },
    data: { svar, svaratAvId: av, svarat: nu },
  });
}
