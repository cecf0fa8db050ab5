import type { Beslutsformular } from './formular.js';

export const sparbyte: Beslutsformular<'sparbyte'> = {
  typ: 'sparbyte',
  prov: () => {
    throw new Error('ej byggt');
  },
  tolka: () => ({ ok: false, errors: {} }),
  Falt: () => <p>ej byggt</p>,
  knapp: () => 'Spara',
  kvitto: () => 'Sparat.',
};
