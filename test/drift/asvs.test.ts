import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../prisma/project-root.js';

const text = readFileSync(join(projectRoot, 'docs', 'asvs.md'), 'utf8');

/** The rows of the tables: number, level, what, state and how. */
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) +\| ([12]) +\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm)].map(
  ([, number = '', level = '', what = '', state = '', how = '']) => ({ number, level, what, state, how }),
);

/** How many requirements of level 1 and 2 each section of ASVS 5.0.0 has; they are numbered from 1. */
const SECTIONS = `
  1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1
  3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4
  5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4
  7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1
  9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3
  11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4
  13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7
  16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2`
  .trim()
  .split(/\s+/)
  .map((one) => one.split(':') as [section: string, count: string]);

const testsIn = (how: string): string[] => [...how.matchAll(/`(test\/[^`]+)`/g)].map(([, file = '']) => file);

describe('docs/asvs.md', () => {
  it('leaves no requirement of level 1 and 2 out, and names each once', () => {
    const all = SECTIONS.flatMap(([section, count]) =>
      Array.from({ length: Number(count) }, (_, index) => `${section}.${index + 1}`),
    );
    expect(rows.map(({ number }) => number)).toEqual(all);
    expect(all).toHaveLength(253);
  });

  it('says of each whether it is met, and how, where or why not', () => {
    for (const { number, state, how } of rows) {
      expect([number, ['met', 'partly', 'not yet', 'n/a']]).toEqual([number, expect.arrayContaining([state])]);
      expect([number, how.length]).not.toEqual([number, 0]);
    }
  });

  it('counts them as they are', () => {
    for (const [, state, count] of text.matchAll(/^\| (met|partly|not yet|n\/a) +\| (\d+) +\|$/gm))
      expect([state, rows.filter((row) => row.state === state).length]).toEqual([state, Number(count)]);
  });

  it('names tests that exist', () => {
    const named = rows.flatMap(({ number, how }) => testsIn(how).map((file) => [number, file] as const));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(([, file]) => !existsSync(join(projectRoot, file)))).toEqual([]);
  });

  it('would find out that a test is gone', () => {
    expect(testsIn('`test/drift/finns-inte.test.ts`').filter((file) => existsSync(join(projectRoot, file)))).toEqual(
      [],
    );
  });
});
