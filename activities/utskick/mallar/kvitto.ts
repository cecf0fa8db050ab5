import { formatDatum } from '../../../domain/datumord.js';
import type { Brevmall } from '../brev.js';

/** The receipt to the remittent: the number, and what happens next. */
export const kvitto: Brevmall = ({ nummer, granskasSenast }) => ({
  amne: `${nummer}: vi har tagit emot din remiss`,
  rubrik: 'Vi har tagit emot din remiss',
  stycken: [
    `Remissen har fått numret ${nummer}. Använd numret när du hör av dig om ärendet.`,
    ...(granskasSenast === undefined ? [] : ['Nu granskar sammankallande remissen.']),
    'Du får ett mejl när teamet har lämnat besked. I Remissflöde kan du hela tiden se vad remissen väntar på.',
  ],
  fakta: [
    { term: 'Ärende', varde: nummer },
    ...(granskasSenast === undefined ? [] : [{ term: 'Granskas senast', varde: formatDatum(granskasSenast) }]),
  ],
  lanktext: 'Läs remissen',
  rad: { text: `${nummer}: remissen är mottagen` },
});
