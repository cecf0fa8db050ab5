import { bedomningar } from '../../../domain/nodatkomst.js';
import { formatTidpunkt } from '../../components/format.js';
import type { Nodatkomstrad } from '../../queries/nodatkomst.js';

type Tid = Pick<Nodatkomstrad, 'till' | 'avslutad'>;

/** Whether an opening stands at a moment. */
export const pagar = ({ till, avslutad }: Tid, nu: Date): boolean => avslutad === null && till > nu;

/** Until when an opening stood, or stands. */
export const slutIOrd = (rad: Tid, nu: Date): string =>
  pagar(rad, nu)
    ? `Pågår till ${formatTidpunkt(rad.till)}`
    : formatTidpunkt(rad.avslutad !== null && rad.avslutad < rad.till ? rad.avslutad : rad.till);

/** What has been found of an opening. */
export const granskningIOrd = ({ granskad, bedomning }: Pick<Nodatkomstrad, 'granskad' | 'bedomning'>): string =>
  granskad === null || bedomning === null ? 'Inte granskad' : bedomningar[bedomning];
