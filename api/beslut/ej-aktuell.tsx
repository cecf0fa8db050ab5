import type { Beslutsformular } from './formular.js';

export const ejAktuell: Beslutsformular<'ej_aktuell'> = {
  typ: 'ej_aktuell',
  prov: () => {
    throw new Error('ej byggt');
  },
  tolka: () => ({ ok: false, errors: {} }),
  Falt: () => <p>ej byggt</p>,
  knapp: () => 'Spara',
  kvitto: () => 'Sparat.',
};
