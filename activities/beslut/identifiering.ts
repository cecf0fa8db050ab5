import type { Formular } from '../../domain/formular.js';
import { findOrCreateIndivid, linkSammaPerson, tellOmSkydd } from '../../prisma/individ.js';
import { writeSamtycken } from '../../prisma/samtycke.js';
import type { Transaction } from '../../prisma/client.js';
import type { RecordBeslut, Underlag } from './record.js';

/** The person of an avidentifierad konsultation gets a name: known by number already, or new. */
export const recordIdentifiering: RecordBeslut<'identifiering'> = async (tx, underlag) => {
  const { rad, beslut, formular, forandring } = underlag;
  await nameIndivid(tx, underlag);
  await nameRemiss(tx, rad.id, formular.identitet);
  const samtycken = formular.samtycken.flatMap((samtycke) => {
    const period = beslut.data.samtycken.find(({ verksamhet }) => verksamhet === samtycke.verksamhet);
    return period ? [{ ...samtycke, giltigtFran: period.fran, giltigtTill: period.till }] : [];
  });
  await writeSamtycken(tx, rad.id, samtycken, forandring.om.nu);
  await linkSammaPerson(tx, rad.id, forandring.om.nu);
  await tellOmSkydd(tx, rad.id, forandring.om.nu);
};

/** The nameless row goes with the last ärende that knew the person by it: one sent on to another insats shares it. */
async function nameIndivid(tx: Transaction, { rad, formular }: Underlag<'identifiering'>): Promise<void> {
  const { individId, remiss } = await tx.arende.findUniqueOrThrow({
    where: { id: rad.id },
    select: { individId: true, remiss: { select: { kommun: true } } },
  });
  const named = await findOrCreateIndivid(tx, {
    ...formular.identitet,
    identifierad: true,
    kommun: remiss?.kommun ?? '',
  });
  await tx.arende.update({ where: { id: rad.id }, data: { individId: named.id }, select: { id: true } });
  await tx.individ.deleteMany({ where: { id: individId, arenden: { none: {} } } });
}

async function nameRemiss(
  tx: Transaction,
  arendeId: string,
  { namn, kon, telefon, epost, sprak, tolk }: Formular<'identifiering'>['identitet'],
): Promise<void> {
  await tx.remiss.update({
    where: { arendeId },
    data: {
      identifierad: true,
      namn,
      kon,
      telefon: telefon ?? null,
      epost: epost ?? null,
      sprak: sprak ?? null,
      tolk,
    },
    select: { arendeId: true },
  });
}
