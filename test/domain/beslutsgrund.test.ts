import { rattTill, type Arenderelation, type Person } from '../../domain/atkomst.js';
import { beslutsgrund } from '../../domain/beslutsgrund.js';
import { mayDo } from '../../domain/uppgiftsagare.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const IDAG = '2026-11-20';
const samtycke = (verksamhetId: string) => ({ verksamhetId, giltigtFran: '2026-01-01', aterkallat: false });
const arende: Arenderelation = {
  insatsId: 'i',
  teamId: 't',
  remittentId: 'rem',
  remittentVerksamhetId: 'fk',
  identifierad: true,
  koordinatorId: 'k',
  samtycken: [samtycke('fk'), samtycke('af')],
  medhandlaggare: [
    { personId: null, verksamhetId: 'fk' },
    { personId: null, verksamhetId: 'af' },
  ],
  lyft: true,
  medelHos: ['sammankallande', 'styrgrupp'],
  paDagordning: true,
  kanslivy: true,
};

/** Leads the insats, sits in its team for Försäkringskassan, and is not the ärende's koordinator. */
const leder: Person = {
  id: 's',
  roller: [{ roll: 'sammankallande', insatsId: 'i' }],
  team: [{ teamId: 't', verksamhetId: 'fk' }],
};
const profil = {
  ...(await readProfil('samba_lis')),
  medel: { riktlinjer: 'Kurser.', takPerBeslut: 5000, arssumma: 20_000 },
};
const iProcess = () => new Prov(profil).iProcess();
const grund = (person: Person, beslut: Parameters<typeof beslutsgrund>[1], lage = iProcess().lage) =>
  beslutsgrund(person, beslut, lage, arende, IDAG)?.grund;

describe('The right that somebody with several decides and reads by', () => {
  test('is to read the case by leading it, before by a seat in its team', () => {
    expect(rattTill(leder, 'las_arende', arende, IDAG)).toBe('sammankallande');
    expect(rattTill({ ...leder, id: 'k' }, 'las_arende', arende, IDAG)).toBe('koordinator');
    expect(rattTill({ ...leder, roller: [] }, 'las_arende', arende, IDAG)).toBe('teamrepresentant');
  });

  test('is for a yttrande the seat for the own verksamhet, and for another the leading of the insats', () => {
    expect(grund(leder, { typ: 'yttrande', data: { verksamhet: 'fk' } })).toBe('teamrepresentant');
    expect(grund(leder, { typ: 'yttrande', data: { verksamhet: 'af' } })).toBe('sammankallande');
    expect(grund({ ...leder, roller: [] }, { typ: 'yttrande', data: { verksamhet: 'af' } })).toBeUndefined();
  });

  test('is for the report of an action the own promise, and for another’s the leading of the insats', () => {
    const prov = iProcess();
    const lage = {
      ...prov.lage,
      uppgifter: (['fk', 'af'] as const).map((verksamhet, at) => ({
        nr: 90 + at,
        typ: 'atgard' as const,
        roll: 'medhandlaggare' as const,
        verksamhet,
        ref: `hos-${verksamhet}`,
        oppnad: prov.nu,
        forfaller: IDAG,
        paminnelse: { steg: 0, nar: prov.nu },
      })),
    };
    const report = (atgard: string) => grund(leder, { typ: 'atgardsrapport', data: { atgard, utfall: 'klar' } }, lage);
    expect([report('hos-fk'), report('hos-af')]).toEqual(['medhandlaggare', 'sammankallande']);
  });

  test('is for medel the role whose the proposal is: neither decides in the other’s place', () => {
    const own = iProcess().ta('medelforslag', { belopp: 1000, extern: false });
    own.dagar(1).ta('medelforslag', { belopp: 9000, extern: false });
    const [within, beyond] = own.lage.medel ?? [];
    const beslut = (forslag: string | undefined) =>
      ({ typ: 'medelbeslut', data: { forslag: forslag ?? '', utfall: 'avslag' } }) as const;
    const styrgrupp: Person = { id: 'o', roller: [{ roll: 'styrgrupp', insatsId: 'i' }], team: [] };
    const both: Person = { ...leder, roller: [...leder.roller, ...styrgrupp.roller] };
    const decides = (person: Person) => [within?.id, beyond?.id].map((id) => grund(person, beslut(id), own.lage));
    expect(decides(leder)).toEqual(['sammankallande', undefined]);
    expect(decides(styrgrupp)).toEqual([undefined, 'styrgrupp']);
    expect(decides(both)).toEqual(['sammankallande', 'styrgrupp']);

    const only = (medelHos: Arenderelation['medelHos']) =>
      [leder, styrgrupp].map((one) => rattTill(one, 'medelbeslut', { ...arende, medelHos }, IDAG));
    expect(only(['styrgrupp'])).toEqual([undefined, 'styrgrupp']);
    expect(only(['sammankallande'])).toEqual(['sammankallande', undefined]);
    expect(only([])).toEqual([undefined, undefined]);
    const hos = { typ: 'medelbeslut_styrgrupp', roll: 'styrgrupp' } as const;
    expect([leder, styrgrupp].map((one) => mayDo(one, hos, arende, IDAG))).toEqual([false, true]);
  });
});
