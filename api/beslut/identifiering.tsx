import type { Beslutsformular } from './formular.js';

export const identifiering: Beslutsformular<'identifiering'> = {
  typ: 'identifiering',
  prov: () => {
    throw new Error('ej byggt');
  },
  tolka: () => ({ ok: false, errors: {} }),
  Falt: () => <p>ej byggt</p>,
  knapp: () => 'Spara',
  kvitto: () => 'Sparat.',
};
