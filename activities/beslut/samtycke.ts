import { writeSamtycken } from '../../prisma/samtycke.js';
import type { RecordBeslut } from './record.js';

/** A samtycke for one or more verksamheter. Older ones stay as they are: together they tell until when it holds. */
export const recordSamtycke: RecordBeslut<'samtycke'> = async (tx, { rad, beslut, formular, forandring }) => {
  const { verksamheter, fran, till } = beslut.data;
  const samtycken = verksamheter.map((verksamhet) => ({
    ...formular,
    verksamhet,
    giltigtFran: fran,
    giltigtTill: till,
  }));
  await writeSamtycken(tx, rad.id, samtycken, forandring.om.nu);
};
