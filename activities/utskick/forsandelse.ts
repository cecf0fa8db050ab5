import { brevHtml } from './brev-html.js';
import { brevText } from './brev-text.js';
import type { SkrivetBrev } from './brev.js';
import type { Huvud } from './brevhuvud.js';
import type { Forsandelse } from './post.js';

/** Where readers choose how they want to hear of things. */
export const INSTALLNINGAR = '/mig/aviseringar';

/** A mail with both its parts, ready for the server. */
export function forsandelse(
  { brev, sida, rad }: Pick<SkrivetBrev, 'brev' | 'sida'> & { readonly rad: Pick<SkrivetBrev['rad'], 'mottagare'> },
  huvud: Huvud,
  { baseUrl, now }: { readonly baseUrl: string; readonly now: Date },
): Forsandelse {
  const adresser = { bas: baseUrl, lank: `${baseUrl}${sida}`, installningar: `${baseUrl}${INSTALLNINGAR}` };
  return {
    ...huvud,
    headers: { ...huvud.headers, 'List-Unsubscribe': `<${adresser.installningar}>` },
    to: rad.mottagare.epost,
    subject: brev.amne,
    text: brevText(brev, adresser),
    html: brevHtml(brev, adresser),
    date: now,
  };
}
