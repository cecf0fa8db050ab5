import { brevHtml } from './brev-html.js';
import { brevText } from './brev-text.js';
import type { SkrivetBrev } from './brev.js';
import { kalenderfil } from './kallelsebrev.js';
import type { Huvud } from './brevhuvud.js';
import type { Forsandelse } from './post.js';

/** Where readers choose how they want to hear of things. */
export const INSTALLNINGAR = '/mig/aviseringar';

/** A mail with both its parts, ready for the server. */
export function forsandelse(
  {
    brev,
    sida,
    rad,
    kalender,
  }: Pick<SkrivetBrev, 'brev' | 'sida' | 'kalender'> & {
    readonly rad: Pick<SkrivetBrev['rad'], 'mottagare'>;
  },
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
    ...(kalender && {
      icalEvent: {
        filename: 'mote.ics',
        ...kalenderfil(kalender, { fran: adressOf(huvud.from), till: rad.mottagare.epost, lank: adresser.lank, now }),
      },
    }),
  };
}

/** The address alone of `Name <address>`. */
const adressOf = (from: string): string => /<([^>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
