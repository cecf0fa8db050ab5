import { z } from 'zod';
import { koder, type Kod, type Kodlista } from '../../domain/koder.js';
import { fleraAv } from '../beslut/regler.js';

/** Most characters of a reason. */
export const MAX_SKAL = 1000;

/** Any number of a list's codes, each once. */
export const fleraKoder = <L extends Kodlista>(lista: L, fel: string) =>
  fleraAv(koder(lista), fel).transform((values) => values as Kod<L>[]);

/** A ticked box. */
export const ruta = z.preprocess((value) => value !== undefined && value !== '', z.boolean());

/** An answer that does not count, whatever was typed. */
export const utelamnad = z.preprocess(() => undefined, z.undefined());
