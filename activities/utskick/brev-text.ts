import type { Brev } from './brev.js';

/** What stands at the end of every mail, in both parts. */
export const SIDFOT = [
  'Mejlet skickas automatiskt från Remissflöde och går inte att svara på.',
  'Det innehåller inga uppgifter om personen. Du behöver logga in för att läsa mer.',
] as const;

/**
 * The text part of a mail, to be read as it stands.
 * @param lank the whole address, on a line of its own so that no full stop becomes part of it
 */
export const brevText = ({ rubrik, stycken, fakta, lanktext }: Brev, lank: string): string =>
  [
    'Hej!',
    rubrik,
    ...stycken,
    fakta.map(({ term, varde }) => `${term}: ${varde}`).join('\n'),
    `${lanktext}:\n${lank}`,
    `-- \n${SIDFOT.join('\n')}`,
  ].join('\n\n') + '\n';
