const NOT_AFTER_LOGIN = /^\/(?:logga-in|logga-ut|utloggad|idp|static|halsa)(?:\/|$)/;
/** Slashes and control characters that something on the way might decode; no page of ours has them in its path. */
const ENCODED = /%(?:2f|5c|[01][\da-f]|7f)/i;

/**
 * The address to show after login: a path of our own, or `/`. Anything that a browser could read as another host
 * (`//host`, `/\host`, a scheme, control characters) is refused, so a link to the login cannot lead away from here.
 *
 * @param asked what stood in the address, untrusted
 */
export function returnAddress(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2000 || !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(asked)) return '/';
  const base = 'http://har.invalid';
  if (!URL.canParse(asked, base)) return '/';
  const url = new URL(asked, base);
  const misread = url.pathname.startsWith('//') || ENCODED.test(url.pathname);
  if (url.origin !== base || NOT_AFTER_LOGIN.test(url.pathname) || misread) return '/';
  return url.pathname + url.search;
}

/** The login's address, with the way back. */
export const loginAddress = (returnTo: string): string => {
  const till = returnAddress(returnTo);
  return till === '/' ? '/logga-in' : `/logga-in?till=${encodeURIComponent(till)}`;
};
