import { decide } from '../../domain/beslut/index.js';
import { medelBeslutasAv } from '../../domain/medel.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const medel = { riktlinjer: 'Kurser och körkort.', takPerBeslut: 5000, arssumma: 20_000 };
const profil: Insatsprofil = { ...(await readProfil('samba_lis')), medel };
const inProcess = () => new Prov(profil).iProcess();

describe('who decides on medel', () => {
  test.each([
    [{ belopp: 5000, extern: false }, 20_000, 'sammankallande'],
    [{ belopp: 5001, extern: false }, 20_000, 'styrgrupp'],
    [{ belopp: 100, extern: true }, 20_000, 'styrgrupp'],
    [{ belopp: 4000, extern: false }, 3999, 'styrgrupp'],
    [{ belopp: 4000, extern: false }, undefined, 'sammankallande'],
  ] as const)('%j with %p left is for %s', (forslag, kvar, beslutas) => {
    expect(medelBeslutasAv(forslag, profil, kvar)).toBe(beslutas);
  });

  test('the task is that decider’s, and names the proposal', () => {
    const own = inProcess().ta('medelforslag', { belopp: 9000, extern: false });
    expect(own.lage.uppgifter.at(-1)).toMatchObject({
      typ: 'medelbeslut_styrgrupp',
      roll: 'styrgrupp',
      ref: own.lage.medel?.[0]?.id,
    });
  });
});

describe('a proposal', () => {
  test.each([0, -5, 1.5, 1_000_001, Number.NaN])('of %p kronor is refused', (belopp) => {
    expect(inProcess().hindret('medelforslag', { belopp, extern: false })?.kod).toBe('belopp');
  });

  test('beside another is decided by itself', () => {
    const own = inProcess().ta('medelforslag', { belopp: 1000, extern: false });
    own.dagar(1).ta('medelforslag', { belopp: 2000, extern: false });
    const [first, second] = own.lage.medel ?? [];
    own.ta('medelbeslut', { forslag: second?.id ?? '', utfall: 'bifall', belopp: 1500 });
    expect(own.lage.medel).toEqual([first]);
    expect(own.lage.uppgifter.filter(({ typ }) => typ === 'medelbeslut').map(({ ref }) => ref)).toEqual([first?.id]);
    expect(own.hindret('medelbeslut', { forslag: second?.id ?? '', utfall: 'avslag' })?.kod).toBe('utan_forslag');
  });

  test('is granted with an amount, at most the proposed, and refused without one', () => {
    const own = inProcess().ta('medelforslag', { belopp: 1000, extern: false });
    const forslag = own.lage.medel?.[0]?.id ?? '';
    expect(own.hindret('medelbeslut', { forslag, utfall: 'bifall' })?.kod).toBe('belopp');
    expect(own.hindret('medelbeslut', { forslag, utfall: 'bifall', belopp: 1001 })?.kod).toBe('mer_an_foreslaget');
    expect(own.hindret('medelbeslut', { forslag, utfall: 'avslag', belopp: 10 })?.kod).toBe('belopp');
    expect(own.hindret('medelbeslut', { forslag, utfall: 'avslag' })).toBeUndefined();
  });

  test('decided by who made it is marked', () => {
    const own = inProcess().ta('medelforslag', { belopp: 1000, extern: false });
    const data = { forslag: own.lage.medel?.[0]?.id ?? '', utfall: 'avslag' } as const;
    const by = (av: string) => decide(own.lage, { ...own.beslut('medelbeslut', data), av }, own.om).handelser[0]?.data;
    expect(by('p')).toMatchObject({ egetForslag: true });
    expect(by('q')).not.toHaveProperty('egetForslag');
  });
});
