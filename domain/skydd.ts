import type { Forandring } from './forandring.js';

/**
 * The person's details are protected since another ärende: those who work with this one are told, so that they name
 * their own people (design 2, 3).
 */
export function taOverSkydd(forandring: Forandring): void {
  const { koordinator } = forandring.lage;
  forandring.set({ skyddad: true });
  forandring.note('skydd_fran_annat');
  forandring.utskick.push({
    slag: 'besked',
    nyckel: 'skydd',
    till: { roll: koordinator === undefined ? 'sammankallande' : 'koordinator' },
  });
}
