import { hinderForAny } from '../../api/beslut/index.js';
import type { Formularbeslut, Formularunderlag } from '../../api/beslut/formular.js';
import { isOwn, nastaKnappar } from '../../api/pages/arende/nasta-knappar.js';
import { agare, type Arendevy } from '../../api/pages/arende/vy.js';
import { beslut, type Beslutstyp } from '../../domain/faser.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { nextStep } from '../../domain/lage.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from '../domain/prov.js';
import { vyOf } from './vy.js';

const alla = Object.keys(beslut) as Beslutstyp[];
const samba = await readProfil('samba_lis');
const profil: Insatsprofil = { ...samba, medel: { riktlinjer: 'Kurser.', takPerBeslut: 5000, arssumma: 20_000 } };
const ledd = { sammankallande: [{ id: 's', namn: 'Sammankallande' }] };

/** The case as somebody looks at it who may do all that is told. */
const seenBy = (prov: Prov, personId: string, mojliga: readonly Beslutstyp[], change: Partial<Arendevy> = {}) =>
  nastaKnappar({ ...vyOf(prov, ledd), personId, mojliga, ...change });

describe('The buttons of the next step', () => {
  test('do not offer to close to who does not owe it, and begin with the usual decision for who does', () => {
    const prov = new Prov(samba).iKo();
    expect(nextStep(prov.lage)?.typ).toBe('turoversyn');
    expect(seenBy(prov, 'k', ['ej_aktuell', 'samtycke'])).toEqual([]);
    expect(seenBy(prov, 's', alla)).toEqual(['koprioritet', 'ej_aktuell', 'inskrivning']);
  });

  test('of a förgrupp are its beginning first, and its result alone once it has begun', async () => {
    const prov = new Prov(await readProfil('samba_rehab')).rekommenderad('forgrupp');
    expect(seenBy(prov, 's', ['forgruppsresultat', 'forgruppsstart'])).toEqual(['forgruppsstart', 'forgruppsresultat']);
    expect(seenBy(prov, 's', ['forgruppsresultat'])).toEqual(['forgruppsresultat']);
  });

  test('do not give sammankallande the proposal that waits for the styrgrupp', () => {
    const prov = new Prov(profil).iProcess().ta('medelforslag', { belopp: 9000, extern: false });
    expect(nextStep(prov.lage)?.typ).toBe('medelbeslut_styrgrupp');
    expect(seenBy(prov, 's', ['medelbeslut'], { relationer: ['sammankallande'] })).toEqual([]);
    expect(seenBy(prov, 'o', ['medelbeslut'], { relationer: ['styrgrupp'] })).toEqual(['medelbeslut']);
  });
});

describe('A step that somebody has taken', () => {
  const prov = new Prov(samba);
  const taken = (min: boolean) => ({
    ...vyOf(prov, ledd),
    personId: 's',
    mojliga: alla,
    har: { [nextStep(prov.lage)?.nr ?? -1]: { namn: 'Kim Ledsagarsson (sammankallande)', min } },
  });
  const steg = nextStep(prov.lage);

  test('is hers by name, and no longer that of who owes it', () => {
    expect(steg && [isOwn(taken(false), steg), agare(taken(false), steg)]).toEqual([
      false,
      'Kim Ledsagarsson (sammankallande)',
    ]);
  });

  test('is the reader’s own when she has it, though her role does not owe it', () => {
    const vy = { ...taken(true), personId: 'k' };
    expect(steg && [isOwn(vy, steg), agare(vy, steg)]).toEqual([true, 'du']);
  });
});

describe('A proposal of one’s own', () => {
  const hinder = (prov: Prov, typ: Formularbeslut, personId: string, egetForslag: boolean) =>
    hinderForAny(typ, {
      idag: prov.idag,
      nu: prov.nu,
      lage: prov.lage,
      profil: { ...prov.profil, egetForslag },
      personId,
      relationer: ['koordinator', 'sammankallande'],
    } as unknown as Formularunderlag)?.kod;

  test('of medel has no form for who made it, unless the profile lets her decide it', () => {
    const prov = new Prov(profil).iProcess().ta('medelforslag', { belopp: 1000, extern: false });
    expect(hinder(prov, 'medelbeslut', 'p', false)).toBe('eget_forslag');
    expect(hinder(prov, 'medelbeslut', 'q', false)).toBeUndefined();
    expect(hinder(prov, 'medelbeslut', 'p', true)).toBeUndefined();
  });

  test('of an extension has none either', async () => {
    const prov = new Prov(await readProfil('vagknuten')).iProcess();
    prov.ta('forlangningsforslag', { dialogdatum: prov.idag, slut: '2029-12-31' });
    expect(hinder(prov, 'forlangning', 'p', false)).toBe('eget_forslag');
    expect(hinder(prov, 'forlangning', 'q', false)).toBeUndefined();
  });
});
