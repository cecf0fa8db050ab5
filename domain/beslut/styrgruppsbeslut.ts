import { putOnAgenda } from '../dagordning.js';
import type { Forandring } from '../forandring.js';
import { hinder } from '../hinder.js';
import { vantandeStyrgruppslyft } from '../styrgruppslyft.js';
import type { Beslutsregel } from './regel.js';

/** The styrgrupp's answer: a konsultation goes back to the team's next meeting, an enrolled case goes on (design 2.3). */
export const styrgruppsbeslut: Beslutsregel<'styrgruppsbeslut'> = {
  typ: 'styrgruppsbeslut',
  check: (lage) =>
    vantandeStyrgruppslyft(lage)
      ? undefined
      : hinder('ingen_fraga', 'Ingen fråga väntar på styrgruppens svar. Läs i ärendet vad som är besvarat.'),
  apply(forandring) {
    forandring.end('klar', ['styrgruppsbeslut']);
    forandring.unset('styrgruppslyft');
    if (forandring.lage.fas === 'styrgrupp') answerToTheTeam(forandring);
    else answerToTheKoordinator(forandring);
  },
};

function answerToTheTeam(forandring: Forandring): void {
  forandring.note('styrgruppsbeslut');
  forandring.move('styrgruppsbeslut', 'konsultation');
  forandring.tellRemittent();
  forandring.utskick.push({ slag: 'besked', nyckel: 'styrgruppsbeslut', till: { roll: 'sammankallande' } });
  putOnAgenda(forandring);
}

/** How the participation fares is not the remittent's to know. */
function answerToTheKoordinator(forandring: Forandring): void {
  forandring.note('styrgruppssvar');
  forandring.utskick.push({ slag: 'besked', nyckel: 'styrgruppsbeslut', till: { roll: 'koordinator' } });
}
