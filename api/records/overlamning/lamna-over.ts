import type { Flyttat } from '../../../domain/arbetsoverlamning.js';
import { hinder, type Hinder } from '../../../domain/hinder.js';
import {
  foljerMed,
  medHinder,
  overtagareEfter,
  readArendeinnehav,
  readUppdrag,
  type Uppdrag,
} from '../../../prisma/arbetsinnehav.js';
import type { Prisma, PrismaClient, Transaction } from '../../../prisma/client.js';
import { writeUtskick } from '../../../prisma/skriv-utskick.js';
import { isSistaForvaltaren } from '../../../prisma/sista-forvaltaren.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';
import { tellInsatserOf } from '../../../prisma/tell-engine.js';
import { flyttaAnnat } from './flytta-annat.js';
import { flyttaUppdrag } from './flytta-uppdrag.js';

/** A hand-over as a förvaltare decides it. */
export interface NyOverlamning {
  /** From the form: the same form sent twice is one hand-over. */
  readonly id: string;
  readonly franId: string;
  readonly tillId: string;
  readonly av: string;
  readonly not: string;
  /** Whether she leaves for good: shut out when everything is handed over. */
  readonly slutar: boolean;
  readonly nar: Date;
  /** Today in Sweden, `YYYY-MM-DD`. */
  readonly idag: string;
}

/**
 * Decides that everything that is one person's goes to another of the same verksamhet, and moves what belongs to no single
 * ärende at once: roles, seats, tasks given by name, people to stand in for. The ärenden are written down and carried out
 * one by one by a workflow (workflows/overlamning.ts), which this transaction asks for. The caller has asked whether both
 * are hers to administer.
 *
 * @returns why it could not be done: `okand_mottagare`, `sig_sjalv`, `pagar`, `sista_forvaltaren`
 */
export async function lamnaOver(prisma: PrismaClient, ny: NyOverlamning): Promise<Hinder | undefined> {
  return prisma.$transaction(
    async (tx) => {
      await lockBada(tx, ny);
      if (await tx.overlamning.count({ where: { id: ny.id } })) return undefined;
      const fran = await readUppdrag(tx, ny.franId);
      const till = await readUppdrag(tx, ny.tillId);
      if (!fran || !till || !till.aktiv || till.id === fran.id || till.verksamhetId !== fran.verksamhetId)
        return hinder('okand_mottagare', 'Välj någon annan i samma verksamhet som är aktiv.');
      const refused = await provaOverlamning(tx, ny);
      if (refused) return refused;
      await write(tx, ny, fran, till);
      return undefined;
    },
    { timeout: 30_000 },
  );
}

/** In one order, so that two hand-overs between the same people cannot wait for each other. */
async function lockBada(tx: Transaction, { franId, tillId }: NyOverlamning): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM anvandare WHERE id IN (${franId}::uuid, ${tillId}::uuid) ORDER BY id FOR UPDATE`;
}

async function provaOverlamning(tx: Transaction, { franId, tillId, av, slutar }: NyOverlamning) {
  if (tillId === av)
    return hinder(
      'sig_sjalv',
      'Du kan inte lämna över till dig själv: den som bara administrerar släpper inte in sig själv i ärenden. Be en annan förvaltare.',
    );
  if (await tx.overlamning.count({ where: { franId, klar: null } }))
    return hinder(
      'pagar',
      'En överlämning från personen är inte klar än. Vänta tills den är klar, eller försök den igen.',
    );
  return slutar ? isSistaForvaltaren(tx, franId) : undefined;
}

async function write(tx: Transaction, ny: NyOverlamning, fran: Uppdrag, till: Uppdrag): Promise<void> {
  const { id, franId, tillId, av, not, slutar, nar } = ny;
  const arenden = medHinder(await readArendeinnehav(tx, franId), overtagareEfter(fran, till));
  await tx.overlamning.create({ data: { id, franId, tillId, avId: av, nar, not, slutar, flyttat: {} } });
  await tx.overlamningspost.createMany({
    data: arenden.map(({ arendeId, fel }) => ({
      overlamningId: id,
      arendeId,
      ...(fel === undefined ? {} : { status: 'nekad', fel }),
    })),
  });
  const uppdrag = await flyttaUppdrag(tx, fran, till, foljerMed(fran, till));
  // whoever has her seats and roles now is called to the meetings instead of her
  await tellInsatserOf(tx, tillId, nar.toISOString());
  const annat = await flyttaAnnat(
    tx,
    ny,
    arenden.map(({ arendeId }) => arendeId),
  );
  const flyttat: Flyttat = { ...uppdrag, ...annat };
  await tx.overlamning.update({
    where: { id },
    data: { flyttat: flyttat as unknown as Prisma.InputJsonObject },
    select: { id: true },
  });
  await skrivSpar(tx, {
    nar,
    av,
    handling: 'overlamning_beslutad',
    grund: 'forvaltare',
    data: { overlamning: id, fran: franId, till: tillId, slutar, antal: arenden.length },
  });
  await tx.motoruppdrag.create({ data: { slag: 'overlamning', refId: id, skapat: nar }, select: { id: true } });
  const besked = { slag: 'besked', sekvens: 0, nyckel: 'overlamning', mottagareId: tillId } as const;
  await writeUtskick(tx, [{ om: { overlamningId: id }, ...besked }], { nu: nar.toISOString() });
}
