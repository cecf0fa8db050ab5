import type { Beslutsformular } from './formular.js';

export const utanKartlaggning: Beslutsformular<'utan_kartlaggning'> = {
  typ: 'utan_kartlaggning',
  prov: () => {
    throw new Error('ej byggt');
  },
  tolka: () => ({ ok: false, errors: {} }),
  Falt: () => <p>ej byggt</p>,
  knapp: () => 'Spara',
  kvitto: () => 'Sparat.',
};
