import fc from 'fast-check';
import {
  arkivrackvidd,
  gallringsdag,
  gallringsmanader,
  handlingsslag,
  provaAvgorande,
  provaGallring,
  type Handlingsslag,
} from '../../domain/gallring.js';
import type { Gallringsregler } from '../../domain/insatsprofil.js';
import { addDays } from '../../domain/kalender/tid.js';
import { koder } from '../../domain/koder.js';
import { completeProfil, standardgallring } from '../../domain/standardprofil.js';

const dag = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2020-01-01', n));
const regel = fc.oneof(fc.integer({ min: 12, max: 1200 }), fc.constant('bevaras' as const));
const regler: fc.Arbitrary<Gallringsregler> = fc.record({
  handlingar: fc.record({ anteckningar: regel, bilagor: regel, plan: regel, arende: regel }),
  statistik: fc.constantFrom('bevaras', 'gallras'),
});
const slag = fc.constantFrom(...koder(handlingsslag));
const fall = fc.record({
  regler,
  slag,
  stangd: dag,
  idag: dag,
  stopp: fc.boolean(),
  fas: fc.constantFrom('stangd', 'process'),
});

const provad = ({
  regler: egna,
  slag: ett,
  stangd,
  idag,
  stopp,
  fas,
}: {
  regler: Gallringsregler;
  slag: Handlingsslag;
  stangd: string;
  idag: string;
  stopp: boolean;
  fas: string;
}) => provaGallring({ fas, stangd, stopp }, gallringsmanader(egna, ett), idag)?.kod;

it('destroys nothing before its time, nothing that is kept, held or open, and everything else', () => {
  fc.assert(
    fc.property(fall, (ett) => {
      const manader = gallringsmanader(ett.regler, ett.slag);
      const forTidigt = manader !== undefined && ett.idag < gallringsdag(ett.stangd, manader);
      const far = provad(ett) === undefined;
      expect(far).toBe(ett.fas === 'stangd' && !ett.stopp && manader !== undefined && !forTidigt);
    }),
    { numRuns: 2_000 },
  );
});

it('lets the ärende go last: after every kind of document in it, and never while one is kept', () => {
  fc.assert(
    fc.property(regler, slag, (egna, ett) => {
      const forAlltid = Number.POSITIVE_INFINITY;
      const delen = gallringsmanader(egna, ett) ?? forAlltid;
      expect(delen).toBeLessThanOrEqual(gallringsmanader(egna, 'arende') ?? forAlltid);
    }),
  );
});

it('is due on the day of the month on which the ärende was closed, or on the last of a shorter month', () => {
  expect(gallringsdag('2021-11-28', 60)).toBe('2026-11-28');
  expect(gallringsdag('2024-02-29', 60)).toBe('2029-02-28');
  const arende = { fas: 'stangd', stangd: '2021-11-28', stopp: false };
  expect(provaGallring(arende, 60, '2026-11-27')?.kod).toBe('for_tidigt');
  expect(provaGallring(arende, 60, '2026-11-28')).toBeUndefined();
});

it('needs another person than the one who proposed, and one decision', () => {
  const forslag = { foreslagenAvId: 'a', status: 'foreslagen' };
  expect(provaAvgorande(forslag, 'a')?.kod).toBe('sig_sjalv');
  expect(provaAvgorande(forslag, 'b')).toBeUndefined();
  expect(provaAvgorande({ ...forslag, status: 'beslutad' }, 'b')?.kod).toBe('avgjord');
});

it('has the standard’s rules in a profile that was stored before there were any, and in what a profile leaves out', () => {
  const stored = { kod: 'x', namn: 'X', beskrivning: 'X', team: [] as never };
  expect(completeProfil(stored).gallring).toEqual(standardgallring);
  const own = completeProfil({ ...stored, gallring: { handlingar: { bilagor: 'bevaras' } } }).gallring;
  expect(own).toEqual({ ...standardgallring, handlingar: { ...standardgallring.handlingar, bilagor: 'bevaras' } });
});

it('reaches the insatser of the own verksamhet, unless the role names insats or part', () => {
  const verksamhet = { id: 'v' };
  const of = (...roller: { insatsId?: string; part?: string }[]) =>
    arkivrackvidd({ verksamhet, roller: roller.map((one) => ({ roll: 'arkivansvarig', ...one })) });
  expect(of({})).toMatchObject({ insatser: [], parter: [], huvudman: ['v'] });
  expect(of({ part: 'kommun' }, { insatsId: 'i' })).toMatchObject({
    insatser: ['i'],
    parter: ['kommun'],
    huvudman: [],
  });
  expect(arkivrackvidd({ verksamhet, roller: [{ roll: 'forvaltare' }] })).toMatchObject({ huvudman: [] });
});
