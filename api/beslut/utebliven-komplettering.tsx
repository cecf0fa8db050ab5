import type { Beslutsformular } from './formular.js';

export const uteblivenKomplettering: Beslutsformular<'utebliven_komplettering'> = {
  typ: 'utebliven_komplettering',
  prov: () => {
    throw new Error('ej byggt');
  },
  tolka: () => ({ ok: false, errors: {} }),
  Falt: () => <p>ej byggt</p>,
  knapp: () => 'Spara',
  kvitto: () => 'Sparat.',
};
