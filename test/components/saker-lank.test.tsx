import { check, constantFrom, property, string } from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { SakerLank, sakerAdress } from '../../api/components/saker-lank.js';

describe('a safe link', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>1</script>',
    'file:///etc/passwd',
    'blob:https://example.se/1',
    '//ond.example',
    '/\\ond.example',
    '\\\\ond.example',
    '/\t/ond.example',
  ])('refuses %j', (href) => {
    expect(sakerAdress(href)).toBeUndefined();
    expect(renderToString(<SakerLank href={href}>text</SakerLank>)).toBe('<span>text</span>');
  });

  test.each([
    '/arenden/SAMBA-2026-0042',
    '?sida=2',
    '#personnummer',
    'person',
    'https://example.se/a?b=1',
    'http://localhost:3000/',
    'mailto:kansli@example.se',
    '/sok?q=a:b',
  ])('keeps %j', (href) => {
    expect(sakerAdress(href)).toBe(href);
  });

  test('never leads to another site or another scheme, whatever is asked of it', () => {
    const base = 'https://app.example.se/a/';
    /** Where a browser would go; a link that was refused or cannot be read leads nowhere. */
    const target = (href: string): URL | undefined => {
      const address = sakerAdress(href);
      return address !== undefined && URL.canParse(address, base) ? new URL(address, base) : undefined;
    };
    const verdict = check(
      property(
        string({ unit: 'binary', maxLength: 40 }),
        constantFrom('', ' ', 'javascript:', 'java\n', '/', '//', '/\t/', '\\'),
        (text, start) => {
          const url = target(start + text);
          if (url === undefined) return true;
          const openlyElsewhere = /^[^/]*(https?|mailto):/i.test(start + text);
          return (
            ['http:', 'https:', 'mailto:'].includes(url.protocol) && (openlyElsewhere || url.host === 'app.example.se')
          );
        },
      ),
      { numRuns: 5000 },
    );
    expect(verdict.counterexample).toBeNull();
  });
});
