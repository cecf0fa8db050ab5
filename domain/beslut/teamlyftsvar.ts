import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

export const teamlyftsvar: Beslutsregel<'teamlyftsvar'> = {
  typ: 'teamlyftsvar',
  check: () => hinder('ej_byggt', 'Det här kan inte göras än.'),
  apply() {
    throw new Error('ej byggt');
  },
};
