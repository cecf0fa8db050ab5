import type { Brevmall } from '../brev.js';

/** Tells the reader that something has been decided in the ärende; what it is, is read after login. */
export const besked: Brevmall = ({ nummer }) => ({
  amne: `${nummer}: nytt i ärendet`,
  rubrik: 'Det har hänt något i ärendet',
  stycken: [
    `Ett beslut har registrerats i ärendet ${nummer}.`,
    'Logga in för att läsa vad som har bestämts och vad som händer nu.',
  ],
  fakta: [{ term: 'Ärende', varde: nummer }],
  lanktext: 'Läs om ärendet',
  rad: { text: `${nummer}: nytt i ärendet` },
});
