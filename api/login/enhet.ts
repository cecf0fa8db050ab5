/** In this order: each browser also claims to be those below it. */
const WEBBLASARE: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEM: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad)\b/, 'iPhone eller iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
];

const find = (list: typeof SYSTEM, text: string): string | undefined => list.find(([one]) => one.test(text))?.[1];

/**
 * A browser in words in which somebody knows her own again, `Firefox på Windows`. No version: it would tell the browser
 * from others of its kind, and that is nobody's business here.
 *
 * @param userAgent the browser's own word, untrusted
 */
export function enhetsnamn(userAgent = ''): string {
  const [browser, system] = [find(WEBBLASARE, userAgent), find(SYSTEM, userAgent)];
  if (!browser) return system ? `Webbläsare på ${system}` : 'Okänd webbläsare';
  return system ? `${browser} på ${system}` : browser;
}
