import { tarPlatsIgen, type Atergang } from '../../domain/ateroppning.js';
import { isOverPlatser } from '../../domain/platser.js';
import type { Transaction } from '../../prisma/client.js';
import { tellOmSkydd } from '../../prisma/individ.js';
import type { RecordBeslut, Underlag } from './record.js';

/**
 * What was recorded of an end that did not hold is undone: it stays in the timeline and in the taken forms, but is no
 * longer counted. A place is taken again, beyond the places when none is free.
 */
export const recordAteroppning: RecordBeslut<'ateroppning'> = async (tx, underlag) => {
  const { rad, forandring } = underlag;
  await tellOmSkydd(tx, rad.id, forandring.om.nu);
  const till = forandring.lage.fas as Atergang;
  if (till === 'uppfoljning' || tarPlatsIgen(till)) await undoUppfoljning(tx, rad.id);
  if (!tarPlatsIgen(till)) return;
  await undoAvslut(tx, rad.id);
  await takePlats(tx, underlag);
};

async function undoUppfoljning(tx: Transaction, arendeId: string): Promise<void> {
  await tx.uppfoljning.deleteMany({ where: { arendeId } });
  await tx.kodsvar.deleteMany({ where: { arendeId, vid: 'uppfoljning' } });
}

/** The attempts to make contact belong to the avslut: after the next one they are counted from the first. */
async function undoAvslut(tx: Transaction, arendeId: string): Promise<void> {
  await tx.avslut.deleteMany({ where: { arendeId } });
  await tx.kontaktforsok.deleteMany({ where: { arendeId } });
  await tx.kodsvar.deleteMany({ where: { arendeId, vid: 'avslut' } });
}

async function takePlats(
  tx: Transaction,
  { rad, formular, forandring }: Pick<Underlag<'ateroppning'>, 'rad' | 'formular' | 'forandring'>,
): Promise<void> {
  const over = isOverPlatser(forandring.om.platser);
  await tx.deltagande.updateMany({
    where: { arendeId: rad.id },
    data: { platsFri: null, ...(over ? { overinskrivning: true, overinskrivningSkal: formular.skal } : {}) },
  });
}
