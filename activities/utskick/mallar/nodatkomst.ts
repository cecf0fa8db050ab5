import { NODATKOMST_TIMMAR } from '../../../domain/nodatkomst.js';
import type { Brevmall } from '../brev.js';
import { arendeord } from './arendeord.js';

/** Tells a part's förvaltare, by number, that an ärende was opened in an emergency; by whom is read after login. */
export const nodatkomst: Brevmall = (underlag) => {
  const { amne, iMening, fakta } = arendeord(underlag);
  return {
    amne: `${amne}: nödåtkomst har öppnats`,
    rubrik: 'Nödåtkomst till ett ärende har öppnats',
    stycken: [
      `Någon i din organisation har öppnat ${iMening} med nödåtkomst. Den gäller i ${NODATKOMST_TIMMAR} timmar och bara för läsning.`,
      'Du behöver inte göra något om du vet varför. Annars: logga in, se vem det är och ta kontakt med personen. Granskaren går igenom varje nödåtkomst.',
    ],
    fakta,
    lanktext: 'Se nödåtkomsten',
    rad: { text: `${amne}: nödåtkomst har öppnats` },
  };
};
