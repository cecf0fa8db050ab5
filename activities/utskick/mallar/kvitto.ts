import { formatDatum } from '../../../domain/datumord.js';
import type { Brevmall } from '../brev.js';
import { arendeord } from './arendeord.js';

/** The receipt to the remittent: the number, and what happens next. */
export const kvitto: Brevmall = (underlag) => {
  const { nummer, granskasSenast, utanNummer } = underlag;
  const { amne, fakta } = arendeord(underlag);
  return {
    amne: `${amne}: vi har tagit emot din remiss`,
    rubrik: 'Vi har tagit emot din remiss',
    stycken: [
      utanNummer
        ? 'Numret ser du bland dina remisser.'
        : `Remissen har fått numret ${nummer}. Använd numret när du hör av dig om ärendet.`,
      ...(granskasSenast === undefined ? [] : ['Nu granskar sammankallande remissen.']),
      'Du får ett mejl när teamet har lämnat besked. I Remissflöde kan du hela tiden se vad remissen väntar på.',
    ],
    fakta: [
      ...fakta,
      ...(granskasSenast === undefined ? [] : [{ term: 'Granskas senast', varde: formatDatum(granskasSenast) }]),
    ],
    lanktext: 'Läs remissen',
    rad: { text: `${amne}: remissen är mottagen` },
  };
};
