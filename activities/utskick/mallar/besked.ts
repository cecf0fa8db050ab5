import type { Brev, Brevmall } from '../brev.js';
import type { Brevunderlag } from '../underlag.js';
import { arendeord } from './arendeord.js';

/** Tells the reader that something has been decided in the ärende; what it is, is read after login. */
export const besked: Brevmall = (underlag) => (underlag.hinder ? hindret(underlag) : nytt(underlag));

function nytt(underlag: Brevunderlag): Brev {
  const { amne, iMening, fakta } = arendeord(underlag);
  return {
    amne: `${amne}: nytt i ärendet`,
    rubrik: 'Det har hänt något i ärendet',
    stycken: [
      `Ett beslut har registrerats i ${iMening}.`,
      'Logga in för att läsa vad som har bestämts och vad som händer nu.',
    ],
    fakta,
    lanktext: 'Läs om ärendet',
    rad: { text: `${amne}: nytt i ärendet` },
  };
}

/** An action that somebody promised: which it is and what was in the way is read after login. */
function hindret(underlag: Brevunderlag): Brev {
  const { amne, iMening, fakta } = arendeord(underlag);
  const rubrik = `${amne}: en planerad åtgärd har mött ett hinder`;
  return {
    amne: rubrik,
    rubrik: 'En planerad åtgärd har mött ett hinder',
    stycken: [
      `Den som lovade en åtgärd i ${iMening} har rapporterat att något hindrade den.`,
      'Logga in för att läsa vilken åtgärd det gäller och vad som hindrade. Ingen påminns om åtgärden längre: bestäm vad som ska göras i stället.',
    ],
    fakta,
    lanktext: 'Läs vad som hindrade',
    rad: { text: rubrik },
  };
}
