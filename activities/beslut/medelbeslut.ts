import { formatKronor } from '../../domain/datumord.js';
import { hinder } from '../../domain/hinder.js';
import type { Medelforslag } from '../../domain/lage.js';
import { hinderFailure } from '../../workflows/failures.js';
import { medelsar } from '../medel.js';
import { actsAs } from '../roller.js';
import { requireOthersForslag } from './eget-forslag.js';
import type { RecordBeslut } from './record.js';

const FEL_ROLL: Readonly<Record<Medelforslag['beslutas'], string>> = {
  styrgrupp:
    'Förslaget är över taket, gäller en extern specialist eller ryms inte i årets summa. Styrgruppen beslutar om det.',
  sammankallande: 'Förslaget ryms inom riktlinjerna. Sammankallande beslutar om det.',
};

/**
 * The decision on a proposal. What is left of the year's sum was read, with the insats's row held, before the rules were
 * asked (activities/medel.ts), so that two decisions in the same moment cannot both take the last of it.
 *
 * @throws a failure of type `Hinder`: `fel_roll` when it is the other's to decide, `eget_forslag`, `over_arssumman` when
 *   sammankallande would go beyond the year's sum
 */
export const recordMedelbeslut: RecordBeslut<'medelbeslut'> = async (tx, { rad, beslut, formular, forandring }) => {
  const { forslag: id, utfall, belopp } = beslut.data;
  const forslag = rad.lage.medel?.find((one) => one.id === id);
  if (!forslag) throw new Error(`The ärende ${rad.id} has no proposal ${id}`);
  if (!(await actsAs(tx, rad, beslut.av, [forslag.beslutas], forandring.idag)))
    throw hinderFailure(hinder('fel_roll', FEL_ROLL[forslag.beslutas]));
  requireOthersForslag(rad, forslag.av, beslut.av);
  const kvar = forandring.om.medelKvar;
  if (forslag.beslutas === 'sammankallande' && belopp !== undefined && kvar !== undefined && belopp > kvar)
    throw hinderFailure(
      hinder(
        'over_arssumman',
        `Av årets summa återstår ${formatKronor(Math.max(kvar, 0))}. Bevilja högst så mycket, eller avslå. Ett nytt förslag går till styrgruppen.`,
      ),
    );
  await tx.medel.update({
    where: { id },
    data: {
      utfall,
      beslutatBelopp: belopp ?? null,
      beslutsmotivering: formular.motivering ?? null,
      beslutat: forandring.om.nu,
      beslutatAvId: beslut.av,
      ar: medelsar(forandring.om.nu),
    },
  });
};
