import { renderToString } from 'preact-render-to-string';
import { Faslinje } from '../../api/components/arende/faslinje.js';
import { Matare } from '../../api/components/arende/matare.js';
import { Tidslinje } from '../../api/components/arende/tidslinje.js';
import { Felsammanfattning } from '../../api/components/form/felsammanfattning.js';
import { Formular } from '../../api/components/form/formular.js';
import { Paginering } from '../../api/components/paginering.js';
import { renderPage, Sida } from '../../api/components/sida.js';
import { Tabell } from '../../api/components/tabell.js';

/** What a reader gets of it: markup away, white space squeezed. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The document's title. */
function title(html: string): string | undefined {
  return /<title>(.*?)<\/title>/.exec(html)?.[1];
}

describe('the page', () => {
  test('has a title that tells of errors and of what is unread', () => {
    expect(title(renderPage(<Sida titel="Person" harFel children="" />))).toBe('Fel: Person – Remissflöde');
    expect(title(renderPage(<Sida titel="Uppgifter" olasta={3} children="" />))).toBe('(3) Uppgifter – Remissflöde');
  });

  test('marks the menu item that it belongs to', () => {
    const html = renderPage(
      <Sida
        titel="A"
        aktiv="/b"
        meny={[
          { href: '/a', text: 'A' },
          { href: '/b', text: 'B' },
        ]}
        children=""
      />,
    );
    expect(html.match(/href="\/b" aria-current="page"/g)).toHaveLength(1);
    expect(html).not.toContain('href="/a" aria-current');
  });
});

describe('a form', () => {
  test('carries the token and the id of the decision', () => {
    const html = renderToString(<Formular action="/x" csrf='t"' beslutId="b1" children="" />);
    expect(html).toContain('name="_csrf" value="t&quot;"');
    expect(html).toContain('name="beslutId" value="b1"');
  });

  test('has no summary when nothing is wrong', () => {
    expect(renderToString(<Felsammanfattning errors={{ namn: [], epost: undefined }} />)).toBe('');
  });
});

describe('a table', () => {
  const columns = [{ rubrik: 'Ärende', cell: (row: string) => row }];

  test('without rows tells what to do instead', () => {
    const html = renderToString(
      <Tabell id="t" caption="Ärenden" columns={columns} rows={[]} rowKey={String} empty={<p>Skicka en remiss.</p>} />,
    );
    expect(html).not.toContain('<table');
    expect(textOf(html)).toBe('Skicka en remiss.');
  });

  test('of 500 rows is written in less than a tenth of a second', () => {
    const rows = Array.from({ length: 500 }, (_, index) => `SAMBA-2026-${index}`);
    const render = () =>
      renderToString(<Tabell id="t" caption="Ärenden" columns={columns} rows={rows} rowKey={String} />);
    render();
    const start = performance.now();
    expect(render().match(/<tr/g)).toHaveLength(501);
    expect(performance.now() - start).toBeLessThan(100);
  });
});

describe('the parts of a case', () => {
  test('the timeline has what is planned above today and what happened below, latest first', () => {
    const html = renderToString(
      <Tidslinje
        idag="2026-11-23"
        planerade={[
          { id: '1', tid: '2026-11-27', rubrik: 'Snart' },
          { id: '2', tid: '2027-05-03', rubrik: 'Senare' },
        ]}
        handelser={[
          { id: '3', tid: '2026-02-02T08:00:00Z', rubrik: 'Först' },
          { id: '4', tid: new Date('2026-09-01T08:00:00Z'), rubrik: 'Sedan' },
        ]}
      />,
    );
    expect(textOf(html)).toMatch(/Senare.*Snart.*I dag.*Sedan.*Först/);
  });

  test('the phase line says in words what goes on, two phases at once if need be', () => {
    const html = renderToString(
      <Faslinje
        faser={[
          { namn: 'Kartläggning', lage: 'klar' },
          { namn: 'Process', lage: 'pagar' },
          { namn: 'Verkställighet', lage: 'pagar' },
        ]}
      />,
    );
    expect(textOf(html)).toBe('Kartläggning klar Process Pågår Verkställighet Pågår');
    expect(html.match(/aria-current="step"/g)).toHaveLength(2);
  });

  test('the meter says how far over the time a case is, and never draws past its end', () => {
    const html = renderToString(<Matare anvanda={380} totalt={365} />);
    expect(textOf(html)).toContain('380 av 365 dagar – 15 dagar över tiden');
    expect(html).toContain('width="100.0"');
  });

  test('pages are linked around the one shown, and a single page has no links', () => {
    const html = renderToString(<Paginering sida={4} antalSidor={17} href={(page) => `?sida=${page}`} />);
    expect([...html.matchAll(/paginering__sida" href="\?sida=(\d+)"/g)].map((hit) => hit[1])).toEqual([
      '1',
      '3',
      '4',
      '5',
      '17',
    ]);
    expect(renderToString(<Paginering sida={1} antalSidor={1} href={String} />)).toBe('');
  });
});
