import type { Platsrakning } from '../../domain/platser.js';
import { formatAntal, formatTal } from './format.js';

/** How many places are held or offered, of how many: `16 av 15`, or `16` where there is no limit. */
export const tagnaIOrd = ({ upptagna, erbjudna, samtidigt }: Platsrakning): string =>
  samtidigt === undefined
    ? formatTal(upptagna + erbjudna)
    : `${formatTal(upptagna + erbjudna)} av ${formatTal(samtidigt)}`;

/**
 * What the count of an insats's places is made of: `15 upptagna, varav 3 togs in utöver platserna, 1 erbjuden, 0 lediga`.
 * Who was taken in beyond the places that there were then stays recorded so, however many there are now.
 */
export const platserIOrd = ({ upptagna, overinskrivna, erbjudna, lediga }: Platsrakning): string =>
  [
    formatAntal(upptagna, 'upptagna'),
    ...(overinskrivna > 0 ? [`varav ${formatTal(overinskrivna)} togs in utöver platserna`] : []),
    ...(erbjudna > 0 ? [formatAntal(erbjudna, 'erbjudna')] : []),
    ...(lediga === undefined ? [] : [formatAntal(Math.max(0, lediga), 'lediga')]),
  ].join(', ');
