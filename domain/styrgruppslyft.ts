import type { Forandring } from './forandring.js';
import { arbetsdagarFranIdag } from './frister.js';
import type { Lage } from './lage.js';

/** The question that waits for the styrgrupp; one whose task fell away, as at an avslut, waits no longer. */
export const vantandeStyrgruppslyft = ({ styrgruppslyft, uppgifter }: Lage): Lage['styrgruppslyft'] =>
  uppgifter.some(({ typ }) => typ === 'styrgruppsbeslut') ? styrgruppslyft : undefined;

/** A question of the case waits for the styrgrupp, which has a number of working days to answer (design 2.3). */
export function lyftTillStyrgruppen(forandring: Forandring, id: string): void {
  const { om } = forandring;
  forandring.set({ styrgruppslyft: { id } });
  forandring.open('styrgruppsbeslut', arbetsdagarFranIdag(om.profil.frister.styrgruppArbetsdagar, om), { ref: id });
}
