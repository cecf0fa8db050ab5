import { aliashinder } from '../../domain/alias.js';

const NAMN = ['Åsa-Märta von Ek Lindström', 'Asa Lindstrom'];
const refused = (alias: string) => aliashinder(alias, NAMN, true) !== undefined;

describe('The alias of a protected person', () => {
  test.each([
    'Åsa',
    'asa',
    'ÅSA Ek',
    'Märta',
    'Ma\u0308rtan',
    'L. Lindström',
    'LINDSTROMMEN',
    'Vonda',
    'Å.s.a',
    'L\u200Bind\u00ADström',
  ])('is not “%s”: a part of her name stands in it, whatever its case and accents', (alias) =>
    expect(refused(alias)).toBe(true),
  );

  test.each(['Linden', 'Eken', 'Ek', 'Linnea', 'Tall 7'])(
    'may be “%s”: parts of a letter or two are nobody’s',
    (alias) => expect(refused(alias)).toBe(false),
  );

  test('holds no number that may be hers', () => {
    expect(aliashinder('19890307-2380', [], false)?.mening).toContain('utan siffror');
    expect(aliashinder('Linden 890307', [], true)?.mening).toContain('utan siffror');
  });

  test('may be anything of a person whose name is not known', () => {
    expect(aliashinder('Åsa', [], true)).toBeUndefined();
  });

  test('is refused with the reason to who sees the name, and to others without a word of it', () => {
    const mening = (serNamnet: boolean) => aliashinder('Åsa', NAMN, serNamnet)?.mening;
    expect(mening(true)).toContain('innehåller en del av personens riktiga namn');
    expect(mening(false)).toBe(
      'Aliaset kan inte användas. Välj ett påhittat namn, till exempel namnet på en blomma eller en fågel.',
    );
  });
});
