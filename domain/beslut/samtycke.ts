import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

export const samtycke: Beslutsregel<'samtycke'> = {
  typ: 'samtycke',
  check: () => hinder('ej_byggt', 'Det här kan inte göras än.'),
  apply() {
    throw new Error('ej byggt');
  },
};
