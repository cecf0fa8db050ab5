import { layout } from '../../api/pages/profiler/bildlayout.js';
import { faser, type Fas } from '../../domain/faser.js';
import { koder } from '../../domain/koder.js';
import { processbild, vagar } from '../../domain/processbild.js';
import { profilkoder, readProfil } from '../../prisma/seed/profiler.js';

const profiler = await Promise.all(profilkoder().map(readProfil));

/** Every phase that can be come to from the first. */
function reached(profil: (typeof profiler)[number]): Set<Fas> {
  const found = new Set<Fas>(['mottagen']);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { fran, till } of vagar(profil))
      if (till !== 'samma' && fran.some((fas) => found.has(fas))) found.add(till);
  }
  return found;
}

test('the whole table has every phase', () => {
  const { rutor, arbetsrutor } = processbild();
  expect([...rutor, ...arbetsrutor].map(({ id }) => id).toSorted()).toEqual(koder(faser).toSorted());
});

test.each(profiler.map((profil) => [profil.kod, profil] as const))(
  'the picture of %s shows the phases that its cases can come to, and no others',
  (_kod, profil) => {
    const { rutor, arbetsrutor, pilar } = processbild(profil);
    const shown = [...rutor, ...arbetsrutor].map(({ id }) => id);
    expect(shown.toSorted()).toEqual([...reached(profil)].toSorted());
    expect(shown.includes('ko')).toBe(profil.kapacitet.samtidigt !== undefined);
    expect(shown.includes('forgrupp')).toBe(profil.forgrupp !== 'ingen');
    expect(pilar.every(({ ord }) => ord.length > 0)).toBe(true);
  },
);

test('the drawing is narrow enough for a phone, and no arrow crosses another in its lane', () => {
  for (const profil of [undefined, ...profiler]) {
    const { bredd, boxar, linjer } = layout(processbild(profil));
    expect(bredd).toBeLessThan(420);
    expect(new Set(boxar.map(({ y }) => y)).size).toBe(boxar.length);
    expect(new Set(linjer.map(({ d }) => d)).size).toBe(linjer.length);
  }
});
