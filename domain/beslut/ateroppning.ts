import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

export const ateroppning: Beslutsregel<'ateroppning'> = {
  typ: 'ateroppning',
  check: () => hinder('ej_byggt', 'Det här kan inte göras än.'),
  apply() {
    throw new Error('ej byggt');
  },
};
