import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

export const sparbyte: Beslutsregel<'sparbyte'> = {
  typ: 'sparbyte',
  check: () => hinder('ej_byggt', 'Det här kan inte göras än.'),
  apply() {
    throw new Error('ej byggt');
  },
};
