import { starthinder } from '../../domain/beslut/datumhinder.js';
import { check } from '../../domain/beslut/index.js';
import type { Beslutsunderlag } from '../../domain/beslutsunderlag.js';
import type { Lage } from '../../domain/lage.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const IDAG = '2026-11-02';
const OM_ETT_AR = '2027-11-02';
const SENARE = '2027-11-03';

describe('The startdatum of an enrolment', () => {
  let lage: Lage;
  beforeAll(async () => {
    ({ lage } = new Prov(await readProfil('vagknuten')));
  });

  const refused = <T extends 'inskrivning' | 'erbjudandesvar'>(now: Lage, typ: T, data: Beslutsunderlag[T]) =>
    check(now, { id: 'b', typ, av: 'p', dag: IDAG, data })?.kod;

  it('lies at most a year ahead, whether the person is enrolled at once or takes an offered place', () => {
    const inskrivning = { beslutsdatum: IDAG, koordinator: 'k', overinskrivning: false };
    const ja = { ...lage, fas: 'inskrivning', svar: 'ja' } as const;
    expect(refused(ja, 'inskrivning', { ...inskrivning, startdatum: OM_ETT_AR })).toBeUndefined();
    expect(refused(ja, 'inskrivning', { ...inskrivning, startdatum: SENARE })).toBe('for_langt_fram');

    const erbjudande = { id: 'e', erbjuden: IDAG, senast: IDAG, kontakter: 0, maxKontakter: 3 };
    const offered = { ...lage, fas: 'ko', erbjudande } as const;
    const svar = { svar: 'ja', datum: IDAG } as const;
    expect(refused(offered, 'erbjudandesvar', { ...svar, startdatum: OM_ETT_AR })).toBeUndefined();
    expect(refused(offered, 'erbjudandesvar', { ...svar, startdatum: SENARE })).toBe('for_langt_fram');
  });

  it('tells what to do when it lies further ahead', () => {
    expect(starthinder(IDAG, SENARE)?.mening).toContain('Ange en tidigare dag');
  });
});
