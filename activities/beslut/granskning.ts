import { skapaIAnnanInsats } from '../annan-insats.js';
import { recordKompletteringsfraga } from '../komplettering.js';
import type { RecordBeslut } from './record.js';

/** What a review leads to beside the timeline: a question to the remittent, or the ärende in another insats. */
export const recordGranskning: RecordBeslut<'granskning'> = async (tx, { rad, beslut, formular, forandring }) => {
  const { utfall, insats = '' } = beslut.data;
  if (utfall === 'komplettering')
    await recordKompletteringsfraga(tx, { id: beslut.id, arendeId: rad.id, fraga: formular.skal ?? '', forandring });
  if (utfall === 'annan_insats') await skapaIAnnanInsats(tx, { rad, insats, beslut, nu: forandring.om.nu });
};
