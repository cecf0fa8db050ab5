import type { Hinder } from '../../../domain/hinder.js';
import { formatDatum } from '../../components/format.js';

const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;
const HARD_SPACE = '\u00A0';

/** A rule's sentence as people read it: its days in words, `tis 7 mars 2028`, that no line break parts. */
export const hinderIOrd = ({ mening }: Hinder): string =>
  mening.replaceAll(DAY, (dag) => formatDatum(dag).replaceAll(' ', HARD_SPACE));
