import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

export const skyddadIdentitet: Beslutsregel<'skyddad_identitet'> = {
  typ: 'skyddad_identitet',
  check: () => hinder('ej_byggt', 'Det här kan inte göras än.'),
  apply() {
    throw new Error('ej byggt');
  },
};
