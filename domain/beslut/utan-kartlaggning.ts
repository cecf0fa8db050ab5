import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

export const utanKartlaggning: Beslutsregel<'utan_kartlaggning'> = {
  typ: 'utan_kartlaggning',
  check: () => hinder('ej_byggt', 'Det här kan inte göras än.'),
  apply() {
    throw new Error('ej byggt');
  },
};
