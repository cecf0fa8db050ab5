import { NODATKOMST_TIMMAR } from '../../../domain/nodatkomst.js';
import type { Brevmall } from '../brev.js';

/** Tells a part's förvaltare, by number, that an ärende was opened in an emergency; by whom is read after login. */
export const nodatkomst: Brevmall = ({ nummer }) => ({
  amne: `${nummer}: nödåtkomst har öppnats`,
  rubrik: 'Nödåtkomst till ett ärende har öppnats',
  stycken: [
    `Någon i din organisation har öppnat ärendet ${nummer} med nödåtkomst. Den gäller i ${NODATKOMST_TIMMAR} timmar och bara för läsning.`,
    'Du behöver inte göra något om du vet varför. Annars: logga in, se vem det är och ta kontakt med personen. Granskaren går igenom varje nödåtkomst.',
  ],
  fakta: [{ term: 'Ärende', varde: nummer }],
  lanktext: 'Se nödåtkomsten',
  rad: { text: `${nummer}: nödåtkomst har öppnats` },
});
