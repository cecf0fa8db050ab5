import type { Beslutsformular } from './formular.js';

export const samtyckesaterkallelse: Beslutsformular<'samtyckesaterkallelse'> = {
  typ: 'samtyckesaterkallelse',
  prov: () => {
    throw new Error('ej byggt');
  },
  tolka: () => ({ ok: false, errors: {} }),
  Falt: () => <p>ej byggt</p>,
  knapp: () => 'Spara',
  kvitto: () => 'Sparat.',
};
