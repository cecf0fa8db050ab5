import fc from 'fast-check';
import { beslutstyper } from '../../domain/beslut/index.js';
import type { Beslutstyp } from '../../domain/faser.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { profilkoder, readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';
import { nagotSteg, Vandring } from './slump/vandring.js';

/*
 * Cases that nobody planned: random decisions, possible and impossible ones, at random times. Whatever people do and
 * however long they wait, the rules of slump/regler.ts hold. A failure prints the seed that brings it back.
 */

const vagknuten = await readProfil('vagknuten');
const profiler: readonly Insatsprofil[] = [
  ...(await Promise.all(profilkoder().map(readProfil))),
  {
    ...vagknuten,
    kod: 'hard',
    insatstid: { slag: 'hard', manader: 12, varningDagarFore: [90, 30, 7] },
    forgrupp: 'efter',
    kapacitet: { ...vagknuten.kapacitet, samtidigt: 2, pausFrigorPlats: true },
  },
  { ...vagknuten, kod: 'forgrupp_fore', forgrupp: 'fore', kartlaggning: 'kravs' },
];

/** A random walk from the beginning seldom gets far, so it also sets out from further on. */
const startsOf = (profil: Insatsprofil): readonly (() => Prov)[] => [
  () => new Prov(profil, '2026-11-02T22:59:00.000Z'),
  () => new Prov(profil, '2026-11-02T22:59:00.000Z', { identifierad: false }),
  () => new Prov(profil, '2026-11-02T09:00:00.000Z').ta('granskning', { utfall: 'komplettering' }).dagar(40),
  () => new Prov(profil, '2026-12-30T09:00:00.000Z').rekommenderad('rad'),
  () => new Prov(profil, '2026-12-30T09:00:00.000Z').rekommenderad('rad').dagar(80),
  () => new Prov({ ...profil, forgrupp: 'fore' }, '2026-12-30T09:00:00.000Z').rekommenderad('forgrupp'),
  () => new Prov({ ...profil, forgrupp: 'ingen' }, '2027-06-23T09:00:00.000Z').medJa(),
  () => new Prov(profil, '2027-06-24T09:00:00.000Z').iKo(),
  () => new Prov(profil, '2027-06-24T09:00:00.000Z').iKo().erbjuds('e'),
  () => new Prov({ ...profil, forgrupp: 'efter' }, '2027-06-24T09:00:00.000Z').inskriven(),
  () => new Prov({ ...profil, forgrupp: 'ingen' }, '2027-08-31T09:00:00.000Z').inskriven(),
  () => new Prov({ ...profil, forgrupp: 'ingen' }, '2028-02-29T09:00:00.000Z').iProcess(),
  () => new Prov({ ...profil, forgrupp: 'ingen' }, '2026-11-02T22:59:00.000Z').avslutad(),
  () => new Prov({ ...profil, forgrupp: 'ingen' }, '2026-11-02T22:59:00.000Z').iUppfoljning(),
];

const seen = new Set<Beslutstyp>();

describe('whatever happens: a next step while open, one version more each time, only ways of the table, nothing left when closed', () => {
  test.each(profiler.map((profil) => [profil.kod, profil] as const))('%s', (_kod, profil) => {
    const steps = fc.array(nagotSteg, { minLength: 100, maxLength: 300, size: 'max' });
    for (const start of startsOf(profil)) {
      const walks = fc.property(steps, (stegen) => {
        const vandring = new Vandring(start(), (_own, typ) => seen.add(typ));
        for (const steg of stegen) vandring.happen(steg);
      });
      expect(() => fc.assert(walks, { numRuns: 1, endOnFailure: true, includeErrorInReport: true })).not.toThrow();
    }
  });
});

test('the random cases reached every decision there is', () => {
  expect([...seen].toSorted()).toEqual(beslutstyper.toSorted());
});
