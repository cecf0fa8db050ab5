import type { Brevmall } from '../brev.js';
import { arendeord } from './arendeord.js';

/** Tells the reader that something has been decided in the ärende; what it is, is read after login. */
export const besked: Brevmall = (underlag) => {
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
};
