import type { Brevmall } from '../brev.js';
import { arendeord } from './arendeord.js';

/** Tells the remittent that the team has taken up the ärende; what it said is read after login. */
export const rekommendation: Brevmall = (underlag) => {
  const { amne, iMening, fakta } = arendeord(underlag);
  return {
    amne: `${amne}: besked från teamet`,
    rubrik: 'Teamet har lämnat besked',
    stycken: [
      `Samverkansteamet har tagit upp ${iMening} på sitt möte.`,
      'Logga in för att läsa vad teamet kom fram till och vad som händer nu.',
    ],
    fakta,
    lanktext: 'Läs beskedet',
    rad: { text: `${amne}: besked från teamet` },
  };
};
