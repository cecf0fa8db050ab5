import fc from 'fast-check';
import { confirmAddress } from '../../api/login/fresh-login.js';
import { loginAddress, returnAddress } from '../../api/login/return-address.js';

const OWN = 'https://remiss.example.se';

/** Pieces that have led browsers and parsers elsewhere. */
const HOSTILE = [
  ['/', '//', '///', '\\', '/\\', '\\\\', '@', ':', '?', '#', '.', '..', '%', ';', ' ', '\t', '\n', '\r', '\0'],
  ['%2f', '%2F%2f', '%5c', '%09', '%0a', '%0d%0a', '%00', '%252f', '／', '＼', '。', '\u2028', '\u200b', '\ufeff'],
  ['http:', 'https:', 'HTTPS:', 'javascript:', 'data:', 'file:', 'blob:', '//evil.example', 'evil.example'],
  ['localhost', 'user@', '[::1]', '/logga-ut', '/idp/', '/arenden/SAMBA-2026-0001', 'sida=2', 'å', '𐍈', '\ud800'],
].flat();
const hostile = fc.constantFrom(...HOSTILE);
const address = fc.oneof(
  fc.array(hostile, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.array(hostile, { maxLength: 6 }).map((parts) => `/${parts.join('')}`),
  fc.tuple(fc.webUrl(), fc.string()).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `/${text}`),
);

/** Where a browser goes that is sent to an address from one of our pages, or that reads it in another way. */
const destinations = (to: string): URL[] => [
  new URL(to, `${OWN}/logga-in/retur?code=x`),
  new URL(to.replaceAll('\\', '/'), `${OWN}/logga-in/retur`),
  new URL(decodeLoosely(to), `${OWN}/logga-in/retur`),
];

const decodeLoosely = (text: string): string => {
  try {
    return decodeURIComponent(text).split('?')[0] ?? '/';
  } catch {
    return '/';
  }
};

it('no return address leads away from here, however it is written', () => {
  fc.assert(
    fc.property(address, (asked) => {
      const to = returnAddress(asked);
      expect(to).toMatch(/^\/(?![/\\])[^\s\\]*$/u);
      for (const { origin } of destinations(to)) expect(origin).toBe(OWN);
    }),
    { numRuns: 5000 },
  );
});

it('what it gives it gives again, and it survives the way through the login’s own address', () => {
  fc.assert(
    fc.property(address, (asked) => {
      const to = returnAddress(asked);
      expect(returnAddress(to)).toBe(to);
      for (const by of [loginAddress(asked), confirmAddress(asked)])
        expect(returnAddress(new URL(by, OWN).searchParams.get('till') ?? '/')).toBe(to);
    }),
    { numRuns: 2000 },
  );
});

it.each([[undefined], [null], [7], [['/a']], [{ a: 1 }], ['/'.repeat(3000)], ['']])(
  'what is no address (%#) leads to the start',
  (asked) => {
    expect(returnAddress(asked)).toBe('/');
  },
);

it.each(['/?vy=alla', '/arenden/SAMBA-2026-0001', '/kansli?fas=kö&sida=2'])('a page of ours (%s) is kept', (page) => {
  expect(decodeURI(returnAddress(page))).toBe(page);
});
