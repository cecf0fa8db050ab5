import { formatDagar } from '../../domain/datumord.js';
import { hinder } from '../../domain/hinder.js';
import { pausdagar } from '../../domain/paus.js';
import { asDate } from '../../prisma/client.js';
import { hinderFailure } from '../../workflows/failures.js';
import { actsAs } from '../roller.js';
import type { RecordBeslut } from './record.js';

/**
 * A pause of the participation.
 *
 * @throws a failure of type `Hinder`, code `lang_paus`, when it is longer than a koordinator may decide herself
 */
export const recordPaus: RecordBeslut<'paus'> = async (tx, { rad, beslut, formular, forandring }) => {
  const { orsak, fran, till } = beslut.data;
  const { pausKoordinatorDagar } = rad.profil.frister;
  if (
    pausdagar({ fran, till }) > pausKoordinatorDagar &&
    !(await actsAs(tx, rad, beslut.av, ['sammankallande'], forandring.idag))
  )
    throw hinderFailure(
      hinder(
        'lang_paus',
        `En paus på mer än ${formatDagar(pausKoordinatorDagar)} beslutas av sammankallande. Ange en kortare paus, eller be sammankallande registrera den.`,
      ),
    );
  const { lage } = forandring;
  // one that was over when it was registered has begun and ended in this same decision
  const over = lage.paus === undefined;
  await tx.paus.create({
    data: {
      id: beslut.id,
      arendeId: rad.id,
      orsak,
      fran: asDate(fran),
      till: asDate(till),
      skal: formular.skal ?? null,
      ...(over ? { slutade: asDate(till), dagar: pausdagar({ fran, till }) } : {}),
    },
  });
};
