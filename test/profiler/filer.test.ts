import { readFileSync } from 'node:fs';
import { readProfiltext } from '../../api/profil/schema.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { kontrolleraProfil } from '../../domain/profilkontroll.js';
import { completeProfil } from '../../domain/standardprofil.js';
import { profilkoder, readProfilfil } from '../../prisma/seed/profiler.js';

const om = { nu: '2026-11-24T09:00:00.000Z', kalender };
const fel = (text: string) => {
  const last = readProfiltext(text);
  return last.ok ? [] : last.fel;
};
const changed = (andring: (fil: Record<string, Record<string, unknown>>) => void): string => {
  const fil = structuredClone(readProfilfil('vagknuten')) as unknown as Record<string, Record<string, unknown>>;
  andring(fil);
  return JSON.stringify(fil);
};

test.each(profilkoder())('the profile %s that comes with the program passes the schema and fits together', (kod) => {
  const text = JSON.stringify(readProfilfil(kod));
  expect(fel(text)).toEqual([]);
  const profil = completeProfil(readProfilfil(kod).profil);
  expect(profil.kod).toBe(kod);
  expect(kontrolleraProfil(profil, om).filter(({ grad }) => grad === 'fel')).toEqual([]);
  // whole, it is still a file that can be read: that is what is exported
  expect(fel(JSON.stringify({ ...readProfilfil(kod), profil }))).toEqual([]);
});

test('no two insatser share a prefix', () => {
  const prefixes = profilkoder().map((kod) => readProfilfil(kod).insats.nummerprefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  expect(prefixes.length).toBeGreaterThan(10);
});

test('no question or scale of a licensed instrument is named in any profile', () => {
  const all = profilkoder()
    .map((kod) => readFileSync(`prisma/seed/profiler/${kod}.json`, 'utf8'))
    .join('');
  expect(all).not.toMatch(/skala|påstående|fråga \d/i);
});

test.each<[string, string, string, RegExp]>([
  ['text that is no JSON', 'hej', '', /JSON/],
  ['an unknown key', changed((fil) => (fil['profil']!['farg'] = 'blå')), 'profil', /”farg”/],
  [
    'an unknown deadline',
    changed((fil) => (fil['profil']!['frister'] = { snabbtArbetsdagar: 1 })),
    'profil.frister',
    /snabbtArbetsdagar/,
  ],
  [
    'a number written as text',
    changed((fil) => (fil['profil']!['kontaktforsok'] = 'tre')),
    'profil.kontaktforsok',
    /heltal/,
  ],
  [
    'a negative deadline',
    changed((fil) => (fil['profil']!['frister'] = { granskningArbetsdagar: -1 })),
    'profil.frister.granskningArbetsdagar',
    /minst 0/,
  ],
  [
    'an unknown kind of rule',
    changed((fil) => (fil['profil']!['behorighet'] = [{ slag: 'langd', text: 'x' }])),
    'profil.behorighet.0.slag',
    /slag/,
  ],
  ['an impossible day', changed((fil) => (fil['profil']!['team'] = [])), 'profil.team', /minst ett team/],
  [
    'a prefix of lower case',
    changed((fil) => (fil['insats']!['nummerprefix'] = 'vag')),
    'insats.nummerprefix',
    /versaler/,
  ],
  ['no huvudman', changed((fil) => delete fil['insats']!['huvudman']), 'insats.huvudman', /saknas/],
])('%s is refused with a sentence that says where and what', (_vad, text, path, mening) => {
  expect(fel(text)).toEqual(expect.arrayContaining([{ path, mening: expect.stringMatching(mening) as string }]));
});
