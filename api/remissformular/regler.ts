import { koder, type Kod, type Kodlista } from '../../domain/koder.js';
import { fleraAv } from '../beslut/regler.js';

/** Most characters of a reason. */
export const MAX_SKAL = 1000;

/** Any number of a list's codes, each once. */
export const fleraKoder = <L extends Kodlista>(lista: L, fel: string) =>
  fleraAv(koder(lista), fel).transform((values) => values as Kod<L>[]);
