import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../prisma/project-root.js';

const text = readFileSync(join(projectRoot, 'docs', 'process-till-test.md'), 'utf8');
/** The rows of the tables: a rule, its test file and its test. */
const rows = [...text.matchAll(/^\| (.+?) \| `(test\/[^`]+)` \| (.+) \|$/gm)].map(
  ([, regel = '', fil = '', namn = '']) => [regel, fil, namn] as const,
);

/** Whether a file has a test of exactly that name; `%s` stands in a name as it does in the file. */
function hasTest(fil: string, namn: string): boolean {
  const path = join(projectRoot, fil);
  return existsSync(path) && readFileSync(path, 'utf8').includes(`'${namn}'`);
}

describe('docs/process-till-test.md', () => {
  it.each(rows)('%s: %s has its test', (_regel, fil, namn) => {
    expect(hasTest(fil, namn)).toBe(true);
  });

  it('has rows for each of the twelve numbers, and for what may happen at any time', () => {
    const sections = text.split(/^## /m).slice(1);
    expect(sections.map((section) => section.split(/[. ]/)[0])).toEqual([
      ...Array.from({ length: 12 }, (_, index) => String(index + 1)),
      'At',
    ]);
    for (const section of sections) expect(section.match(/^\| .+ \| `test\//gm)?.length).toBeGreaterThan(2);
  });

  it('would find out that a test has another name', () => {
    expect(hasTest('test/drift/process-till-test.test.ts', ['no', 'such', 'test'].join(' '))).toBe(false);
  });
});
