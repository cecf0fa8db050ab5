import type { Brevmall } from '../brev.js';

/** Tells the remittent that the team has taken up the ärende; what it said is read after login. */
export const rekommendation: Brevmall = ({ nummer }) => ({
  amne: `${nummer}: besked från teamet`,
  rubrik: 'Teamet har lämnat besked',
  stycken: [
    `Samverkansteamet har tagit upp ärendet ${nummer} på sitt möte.`,
    'Logga in för att läsa vad teamet kom fram till och vad som händer nu.',
  ],
  fakta: [{ term: 'Ärende', varde: nummer }],
  lanktext: 'Läs beskedet',
  rad: { text: `${nummer}: besked från teamet` },
});
