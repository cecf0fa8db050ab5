import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

export const ersattningsansokan: Beslutsregel<'ersattningsansokan'> = {
  typ: 'ersattningsansokan',
  check: () => hinder('ej_byggt', 'Det här kan inte göras än.'),
  apply() {
    throw new Error('ej byggt');
  },
};
