import { hinder } from '../../domain/hinder.js';
import { asDate, type Transaction } from '../../prisma/client.js';
import { hinderFailure } from '../../workflows/failures.js';
import type { Arenderad } from '../transaktion.js';
import type { RecordBeslut } from './record.js';

/**
 * Takes a place. The number of free places is guarded here, where it is used up: the insats's row is held until the
 * transaction ends, so that two enrolments in the same moment count each other (design 4).
 *
 * @throws a failure of type `Hinder`, code `fullt`, when every place is taken and no reason for överinskrivning is given
 */
export const recordInskrivning: RecordBeslut<'inskrivning'> = async (tx, { rad, beslut, formular }) => {
  const full = await isFull(tx, rad, beslut.data.startdatum);
  if (full && !beslut.data.overinskrivning)
    throw hinderFailure(
      hinder(
        'fullt',
        'Alla platser i insatsen är upptagna. Ange skäl för överinskrivning om personen ändå ska skrivas in.',
      ),
    );
  await tx.deltagande.create({
    data: {
      arendeId: rad.id,
      insatsId: rad.insatsId,
      beslutsdatum: asDate(beslut.data.beslutsdatum),
      startdatum: asDate(beslut.data.startdatum),
      overinskrivning: full,
      overinskrivningSkal: full ? (formular.overinskrivningSkal ?? null) : null,
    },
  });
};

async function isFull(tx: Transaction, rad: Arenderad, dag: string): Promise<boolean> {
  const { samtidigt } = rad.profil.kapacitet;
  if (samtidigt === undefined) return false;
  await tx.$queryRaw`SELECT 1 FROM insats WHERE id = ${rad.insatsId}::uuid FOR UPDATE`;
  const upptagna = await tx.deltagande.count({
    where: { insatsId: rad.insatsId, OR: [{ platsFri: null }, { platsFri: { gt: asDate(dag) } }] },
  });
  return upptagna >= samtidigt;
}
