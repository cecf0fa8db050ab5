import { beslutstyper, check } from '../../domain/beslut/index.js';
import { faser, isPossibleIn, overgangar } from '../../domain/faser.js';
import { koder } from '../../domain/koder.js';
import { nextStep, nextWake } from '../../domain/lage.js';
import { uppgiftstyper } from '../../domain/uppgifter.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const samba = await readProfil('samba_lis');

describe('the table of the process', () => {
  test('every phase has a way on, and the last only the one back', () => {
    for (const fas of koder(faser)) {
      const ways = new Set(overgangar.filter(({ fran }) => fran.includes(fas)).map(({ beslut }) => beslut));
      expect([fas, ways.size > 0, [...ways].every((typ) => typ === 'ateroppning')]).toEqual([
        fas,
        true,
        fas === 'stangd',
      ]);
    }
  });

  test('every kind of task is done by decisions that the table has', () => {
    for (const { beslut } of Object.values(uppgiftstyper))
      for (const one of beslut) expect(overgangar.some((overgang) => overgang.beslut === one)).toBe(true);
  });
});

describe('decisions at the wrong time', () => {
  const cases = {
    mottagen: new Prov(samba),
    konsultation: new Prov(samba).konsultation(),
    rad: new Prov(samba).rekommenderad('rad'),
    inskrivning: new Prov(samba).rekommenderad('inskrivning'),
    kartlaggning: new Prov(samba).inskriven(),
    process: new Prov(samba).iProcess(),
    avslut: new Prov(samba).avslutad(),
    uppfoljning: new Prov(samba).iUppfoljning(),
    stangd: new Prov(samba).ta('granskning', { utfall: 'inte_aktuell' }),
  };

  test.each(Object.entries(cases))(
    'in %s every decision that the table does not have is refused in a sentence',
    (fas, own) => {
      expect(own.lage.fas).toBe(fas);
      for (const typ of beslutstyper.filter((one) => !isPossibleIn(one, own.lage.fas))) {
        const hinder = check(own.lage, { id: 'b', typ, av: 'p', dag: own.idag, data: {} });
        expect(hinder?.kod).toBe('fel_fas');
        expect(hinder?.mening).toContain(`ärendet är i fasen ${faser[own.lage.fas]}.`);
      }
    },
  );

  test.each(Object.entries(cases).filter(([fas]) => fas !== 'stangd'))(
    '%s waits for somebody by a day, and wakes by itself',
    (_fas, own) => {
      expect(nextStep(own.lage)?.forfaller).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect((nextWake(own.lage) ?? '') > own.nu).toBe(true);
    },
  );
});
