import { hinder } from '../hinder.js';
import { vantandeStyrgruppslyft, lyftTillStyrgruppen } from '../styrgruppslyft.js';
import type { Beslutsregel } from './regel.js';

/** A question of an enrolled case is taken to the styrgrupp, which reads it without knowing whom it is about. */
export const styrgruppslyft: Beslutsregel<'styrgruppslyft'> = {
  typ: 'styrgruppslyft',
  check: (lage) =>
    vantandeStyrgruppslyft(lage)
      ? hinder('redan_lyft', 'En fråga väntar redan på styrgruppens svar. Vänta tills den är besvarad.')
      : undefined,
  apply(forandring, { id }) {
    forandring.note('styrgruppslyft');
    lyftTillStyrgruppen(forandring, id);
  },
};
