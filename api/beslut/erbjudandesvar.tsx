import type { Beslutsformular } from './formular.js';

export const erbjudandesvar: Beslutsformular<'erbjudandesvar'> = {
  typ: 'erbjudandesvar',
  prov: () => {
    throw new Error('ej byggt');
  },
  tolka: () => ({ ok: false, errors: {} }),
  Falt: () => <p>ej byggt</p>,
  knapp: () => 'Spara',
  kvitto: () => 'Sparat.',
};
