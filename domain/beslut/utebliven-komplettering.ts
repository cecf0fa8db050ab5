import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

export const uteblivenKomplettering: Beslutsregel<'utebliven_komplettering'> = {
  typ: 'utebliven_komplettering',
  check: () => hinder('ej_byggt', 'Det här kan inte göras än.'),
  apply() {
    throw new Error('ej byggt');
  },
};
