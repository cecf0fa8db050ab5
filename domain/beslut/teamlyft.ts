import { putTeamlyftOnAgenda, vantandeTeamlyft } from '../dagordning.js';
import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/** An enrolled case is taken to the team's next meeting with a question; it is not a konsultation (design 2.7). */
export const teamlyft: Beslutsregel<'teamlyft'> = {
  typ: 'teamlyft',
  check(lage) {
    const open = vantandeTeamlyft(lage);
    return (
      open &&
      hinder('redan_lyft', `En fråga väntar redan på teamets svar på mötet ${open.dag}. Vänta tills den är besvarad.`)
    );
  },
  apply(forandring, { id }) {
    putTeamlyftOnAgenda(forandring, id);
    forandring.note('teamlyft', { mote: forandring.lage.teamlyft?.mote ?? '' });
    forandring.utskick.push({ slag: 'besked', nyckel: 'teamlyft', till: { team: true } });
  },
};
