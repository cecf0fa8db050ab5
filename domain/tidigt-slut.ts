import { ansvarig, type Forandring, type Mottagare } from './forandring.js';

/**
 * Lets everybody who works with a case know that it ended before its time: who leads the work, who coordinates it, who
 * owed something, and the team once it has had the case. Comes before the case is closed: then nobody owes anything.
 */
export function tellTidigtSlut(forandring: Forandring): void {
  const { koordinator, mote, uppgifter } = forandring.lage;
  const till: [string, Mottagare][] = [
    ['sammankallande', { roll: 'sammankallande' }],
    ...(koordinator === undefined ? [] : [['koordinator', { roll: 'koordinator' }] satisfies [string, Mottagare]]),
    ...(mote ? [['team', { team: true }] satisfies [string, Mottagare]] : []),
    ...uppgifter
      .filter(({ typ }) => typ !== 'komplettering')
      .map((uppgift): [string, Mottagare] => [`uppgift-${uppgift.nr}`, ansvarig(uppgift)]),
  ];
  for (const [vem, mottagare] of till)
    forandring.utskick.push({ slag: 'besked', nyckel: `slut-${vem}`, till: mottagare });
}
