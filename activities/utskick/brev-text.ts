import type { Brev, Brevadresser } from './brev.js';

/** What stands at the end of every mail, in both parts. */
export const SIDFOT = [
  'Mejlet skickas automatiskt från Remissflöde och går inte att svara på.',
  'Det innehåller inga uppgifter om personen. Du behöver logga in för att läsa mer.',
] as const;
/** What the link to the reader's choices is called. */
export const VALJ = 'Välj vilka mejl du får';

/**
 * The text part of a mail, to be read as it stands. Each address stands last on a line of its own, so that no full stop
 * becomes part of it.
 */
export const brevText = (
  { rubrik, stycken, listor = [], fakta, lanktext }: Brev,
  { bas, lank, installningar }: Brevadresser,
): string =>
  [
    'Hej!',
    rubrik,
    ...stycken,
    ...listor.map(({ rubrik: namn, rader }) =>
      [namn.toLocaleUpperCase('sv'), ...rader.map(({ text, sida }) => `- ${text}\n  ${bas}${sida}`)].join('\n'),
    ),
    ...(fakta.length > 0 ? [fakta.map(({ term, varde }) => `${term}: ${varde}`).join('\n')] : []),
    `${lanktext}:\n${lank}`,
    `-- \n${SIDFOT.join('\n')}\n${VALJ}:\n${installningar}`,
  ].join('\n\n') + '\n';
