import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processPicture } from '../../bin/docs/process-picture.js';
import { faser, overgangar } from '../../domain/faser.js';
import { projectRoot } from '../../prisma/project-root.js';

const read = (...path: string[]): string => readFileSync(join(projectRoot, ...path), 'utf8');

const readme = read('README.md');
const pages = ['README.md', ...readdirSync(join(projectRoot, 'docs')).flatMap(asPage)];

function asPage(file: string): string[] {
  return file.endsWith('.md') ? [join('docs', file)] : [];
}

/** What stands between backticks on one line, outside the fenced blocks. */
const codeWords = (text: string): string[] =>
  [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].flatMap(([, word]) => word ?? []);

const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);
const folders = readdirSync(projectRoot, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? one.name : []));

/** Words that name a file or folder of the project: they begin in one of its folders, or end as its files do. */
const namesPath = (word: string): boolean =>
  /^[\w.@-]+(\/[\w.@-]*)*$/.test(word) &&
  (folders.some((folder) => word.startsWith(`${folder}/`)) || /\.(md|yml|tsx?|json|mjs)$/.test(word));

/** What is there only after a build or a start. */
const isMade = (path: string): boolean => /^(dist|\.remissflode|node_modules)\b/.test(path);

test('the picture of the process is the one that the table gives', () => {
  const [, picture] = /```mermaid\n([\s\S]*?)\n```/.exec(readme) ?? [];
  expect(picture).toBe(processPicture());
});

test('the picture has every phase, and an arrow or a line for every decision of the table', () => {
  const picture = processPicture();
  for (const name of Object.values(faser)) expect(picture).toContain(`["${name}`);
  for (const { till, nar } of overgangar.filter((way) => way.nar))
    expect([till, picture]).toEqual([till, expect.stringContaining(nar!)]);
});

test.each(pages)('every file and folder that %s names is there', (page) => {
  const paths = codeWords(read(page)).filter(namesPath);
  expect(paths.length).toBeGreaterThan(2);
  expect(paths.filter((path) => !isMade(path) && !existsSync(join(projectRoot, path)))).toEqual([]);
  const linked = [...read(page).matchAll(/\]\((?!https?:)([^)]+)\)/g)].flatMap(([, path]) => path ?? []);
  expect(linked.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
});

test.each(pages)('every command that %s names exists', (page) => {
  const text = read(page);
  const npm = [...text.matchAll(/\bnpm (start|test)\b|\bnpm run ([\w:]+)/g)].map(
    ([, one, other]) => one ?? other ?? '',
  );
  expect(npm.filter((script) => !scripts.includes(script))).toEqual([]);
  const built = [...text.matchAll(/\bnode dist\/([\w/-]+)\.js/g)].map(([, path]) => `${path}.ts`);
  expect(built.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
});

test('every variable that the processes read is in the table of settings', () => {
  const [, table = ''] = /## Settings([\s\S]*?)\n## /.exec(readme) ?? [];
  const told = codeWords(table.replaceAll(/^\| ([^|]+)\|.*$/gm, '$1'));
  const asked = read('bin', 'config.ts').matchAll(/^\s+([A-Z][A-Z_]+[A-Z]):/gm);
  const names = [...new Set([...asked].flatMap(([, name]) => name ?? [])), 'TEMPORAL_CLI'];
  expect(names.length).toBeGreaterThan(14);
  expect(names.filter((name) => !told.includes(name))).toEqual([]);
});

test.each(pages)('%s speaks of the product alone', (page) => {
  const text = read(page);
  expect(text).not.toMatch(/\b(session \d|issue \d|issue #|helper|design\.md|sub-?agent)/i);
  expect(text).not.toMatch(/(^|[\s`("])\/(work|home|root|tmp|Users)\//m);
  expect(text).not.toMatch(/registry\.|pypi\.|artifactory|nexus/i);
});
