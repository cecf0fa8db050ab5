import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { klara, krypterade, utanPersonuppgifter } from '../../prisma/nycklar/falt.js';
import { projectRoot } from '../../prisma/project-root.js';

const SCHEMA = readFileSync(join(projectRoot, 'prisma', 'schema.prisma'), 'utf8');

/** Columns that may hold a text, by table: what is no id. */
const kolumner = [...SCHEMA.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = '']) => {
  const tabell = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '';
  return [...body.matchAll(/^ {2}(\w+) +(?:String|Json|Bytes)(?:\?|\[\])?(?= |$)(.*)$/gm)]
    .filter(([, , rest = '']) => !rest.includes('@db.Uuid'))
    .map(([, kolumn = '']) => [tabell, kolumn] as const);
});

const withPeople = kolumner.filter(([tabell]) => !utanPersonuppgifter.includes(tabell));

it('every text column of a table about persons is encrypted, or stands in clear with a reason', () => {
  expect(withPeople.length).toBeGreaterThan(130);
  const undecided = withPeople.filter(([tabell, kolumn]) => {
    const encrypted = krypterade[tabell]?.falt[kolumn] !== undefined;
    const clear = klara[tabell]?.[kolumn] !== undefined;
    return encrypted === clear;
  });
  expect(undecided).toEqual([]);
});

it('what is listed stands in the schema', () => {
  const known = new Set(kolumner.map((one) => one.join('.')));
  const listed = [
    ...Object.entries(krypterade).flatMap(([tabell, { falt }]) => Object.keys(falt).map((one) => `${tabell}.${one}`)),
    ...Object.entries(klara).flatMap(([tabell, falt]) => Object.keys(falt).map((one) => `${tabell}.${one}`)),
  ];
  expect(listed.filter((one) => !known.has(one))).toEqual([]);
  const tables = new Set(kolumner.map(([tabell]) => tabell));
  expect(utanPersonuppgifter.filter((tabell) => !tables.has(tabell))).toEqual([]);
});
