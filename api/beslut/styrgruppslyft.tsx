import type { Beslutsformular } from './formular.js';
import { readStyrgruppsfraga, StyrgruppsfragaFalt } from './styrgruppsfraga.js';

/** A question of an enrolled case to the styrgrupp (design 2.7, 3). */
export const styrgruppslyft: Beslutsformular<'styrgruppslyft'> = {
  typ: 'styrgruppslyft',
  ingress: () => 'Styrgruppen läser bara det du skriver här och ärendets nummer. Svaret kommer tillbaka till ärendet.',
  prov: () => ({}),
  tolka(svar) {
    const last = readStyrgruppsfraga(svar);
    return last.ok ? { ok: true, data: {}, formular: last.varde } : last;
  },
  Falt: StyrgruppsfragaFalt,
  knapp: () => 'Lyft till styrgruppen',
  kvitto: () => 'Frågan är skickad till styrgruppen.',
};
