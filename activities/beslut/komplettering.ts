import type { RecordBeslut } from './record.js';

/** The answer, beside the question that it answers, and the files that go with it. */
export const recordKomplettering: RecordBeslut<'komplettering'> = async (tx, { rad, formular, forandring }) => {
  const fraga = await tx.komplettering.findFirstOrThrow({
    where: { arendeId: rad.id, svarad: null },
    orderBy: { begard: 'desc' },
    select: { id: true },
  });
  await tx.komplettering.update({
    where: { id: fraga.id },
    data: { svar: formular.text, svarad: forandring.om.nu },
  });
};
