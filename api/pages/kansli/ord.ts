import { hoppskal } from '../../../domain/aviseringsval.js';
import { isKod } from '../../../domain/koder.js';

const SLAG: Readonly<Record<string, string>> = {
  kvitto: 'Kvitto',
  uppgift: 'Ny uppgift',
  paminnelse: 'Påminnelse',
  rekommendation: 'Rekommendation',
  besked: 'Besked om beslut',
  kallelse: 'Kallelse',
  inkallelse: 'Inkallelse',
  kannedom: 'För kännedom',
};
const STATUS: Readonly<Record<string, string>> = {
  vantar: 'Väntar på att skickas',
  skickat: 'Skickat',
  misslyckat: 'Gick inte fram',
  studsat: 'Kom tillbaka',
  hoppat: 'Skickades inte',
  historiskt: 'Skickat tidigare',
  inaktuellt: 'Skickades inte: uppgiften var redan gjord',
};

/** The kind of a mail in words. */
export const utskicksord = (slag: string): string => SLAG[slag] ?? 'Mejl';

/** What became of a mail, in words; of one that was never to be sent, why. */
export const utskicksstatus = (status: string, skal: string | null): string => {
  const ord = STATUS[status] ?? status;
  return skal !== null && isKod(hoppskal, skal) ? `${ord}: ${hoppskal[skal].toLocaleLowerCase('sv')}` : ord;
};

/** What mail servers mean, by the beginning of their code: enhanced codes (RFC 3463) say more than the old ones. */
const SVAR: readonly (readonly [RegExp, string])[] = [
  [/^5\.1\.|^EENVELOPE$/, 'Adressen finns inte'],
  [/^[45]\.2\.2$|^552$/, 'Brevlådan är full'],
  [/^[45]\.7\./, 'Stoppades av mottagarens skydd'],
  [/^4\./, 'Mottagarens server svarade inte'],
  [/^5/, 'Mottagarens server tar inte emot mejlet'],
];

/** Why a mail did not get through, in words, with the code that somebody who runs mail servers asks for. */
export function svarsord(fel: string | null): string {
  if (fel === null) return 'Okänt';
  const ord = SVAR.find(([kod]) => kod.test(fel))?.[1] ?? 'Okänt';
  return `${ord} (${fel})`;
}
