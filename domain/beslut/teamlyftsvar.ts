import { checkAtgarder, openAtgarder } from '../atgarder.js';
import { vantandeTeamlyft } from '../dagordning.js';
import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/** The team's answer to a lifted question, from the day of the meeting, with the actions it leads to (design 2.7). */
export const teamlyftsvar: Beslutsregel<'teamlyftsvar'> = {
  typ: 'teamlyftsvar',
  forstaDag(lage) {
    const open = vantandeTeamlyft(lage);
    return open && { dag: open.dag, vantar: 'motet' };
  },
  check(lage, { dag, data }) {
    if (!vantandeTeamlyft(lage))
      return hinder('ingen_fraga', 'Ingen fråga väntar på teamets svar. Läs i ärendet vad som är besvarat.');
    return checkAtgarder(lage, dag, data.atgarder);
  },
  apply(forandring, { data }) {
    forandring.note('teamlyftsvar', { antal: data.atgarder.length });
    forandring.end('klar', ['teamlyft']);
    forandring.unset('teamlyft');
    forandring.utskick.push({ slag: 'besked', nyckel: 'teamlyftsvar', till: { roll: 'koordinator' } });
    openAtgarder(forandring, data.atgarder);
  },
};
