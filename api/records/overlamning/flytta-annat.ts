import type { Flyttat } from '../../../domain/arbetsoverlamning.js';
import { readEgnaUppgifterKvar, readOvrigt } from '../../../prisma/arbetsinnehav.js';
import { asDate, type Transaction } from '../../../prisma/client.js';
import { tellErsattare } from '../franvaro/franvarande.js';
import type { NyOverlamning } from './lamna-over.js';

/**
 * Moves what names a person and is no ärende's own: tasks that were given to her, tasks to herself in ärenden that are not
 * handed over as a whole, and the people whom she stands in for. Nobody stands in for herself: there the place is left
 * empty.
 *
 * @param arenden those that are handed over: their own tasks follow with each
 */
export async function flyttaAnnat(
  tx: Transaction,
  ny: Pick<NyOverlamning, 'id' | 'franId' | 'tillId' | 'av' | 'not' | 'nar' | 'idag'>,
  arenden: readonly string[],
): Promise<Pick<Flyttat, 'tilldelade' | 'egna' | 'egnaKvar' | 'ersattare'>> {
  const { franId: fran, tillId: till, idag } = ny;
  const { ersattare } = await readOvrigt(tx, fran, idag);
  const tilldelade = (await flyttaTilldelade(tx, ny)) + (await flyttaInsatsens(tx, ny));
  const egna = await readEgnaUppgifterKvar(tx, { fran, till, utom: arenden, idag });
  const foljer = egna.filter((one) => one.foljer).map(({ id }) => id);
  await tx.egenUppgift.updateMany({ where: { id: { in: foljer } }, data: { agareId: till } });
  await tx.anvandare.updateMany({ where: { ersattareId: fran, id: { not: till } }, data: { ersattareId: till } });
  await tx.anvandare.updateMany({ where: { ersattareId: fran, id: till }, data: { ersattareId: null } });
  const ersatter = await tx.franvaro.updateManyAndReturn({
    where: { ersattareId: fran, anvandareId: { not: till }, borttagen: null, till: { gte: asDate(idag) } },
    data: { ersattareId: till },
    select: { id: true },
  });
  for (const { id } of ersatter) await tellErsattare(tx, ny, id, fran);
  return { tilldelade, egna: foljer.length, egnaKvar: egna.length - foljer.length, ersattare };
}

type Given = Pick<NyOverlamning, 'id' | 'franId' | 'tillId' | 'av' | 'not' | 'nar'>;

const tilldelning = (uppgiftId: string, { id, franId, tillId, av, not, nar }: Given) => ({
  uppgiftId,
  franId,
  tillId,
  avId: av,
  nar,
  not,
  overlamningId: id,
});

/** Open tasks of whole insatser that she has are given on, with the note. */
async function flyttaInsatsens(tx: Transaction, ny: Given): Promise<number> {
  const given = await tx.insatsuppgift.updateManyAndReturn({
    where: { tilldeladId: ny.franId, avslutad: null },
    data: { tilldeladId: ny.tillId },
    select: { id: true },
  });
  await tx.insatstilldelning.createMany({ data: given.map(({ id }) => tilldelning(id, ny)) });
  return given.length;
}

/** Open tasks of a role or a verksamhet that were given to her by name are given on, with the note. */
async function flyttaTilldelade(tx: Transaction, ny: Given): Promise<number> {
  const given = await tx.uppgift.updateManyAndReturn({
    where: { tilldeladId: ny.franId, avslutad: null },
    data: { tilldeladId: ny.tillId },
    select: { id: true },
  });
  await tx.tilldelning.createMany({ data: given.map(({ id }) => tilldelning(id, ny)) });
  return given.length;
}
