import type { Beslutsformular } from './formular.js';

export const skyddadIdentitet: Beslutsformular<'skyddad_identitet'> = {
  typ: 'skyddad_identitet',
  prov: () => {
    throw new Error('ej byggt');
  },
  tolka: () => ({ ok: false, errors: {} }),
  Falt: () => <p>ej byggt</p>,
  knapp: () => 'Spara',
  kvitto: () => 'Sparat.',
};
