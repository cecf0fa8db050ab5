import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

export const ejAktuell: Beslutsregel<'ej_aktuell'> = {
  typ: 'ej_aktuell',
  check: () => hinder('ej_byggt', 'Det här kan inte göras än.'),
  apply() {
    throw new Error('ej byggt');
  },
};
