import fc from 'fast-check';
import { aviseringssatt, aviseringsslag, sattFor, valbara, type Aviseringsslag } from '../../domain/aviseringsval.js';
import { koder, roller } from '../../domain/koder.js';

const slag = fc.constantFrom(...koder(aviseringsslag));
const roll = fc.constantFrom(...koder(roller));
const val = fc.option(fc.constantFrom(...koder(aviseringssatt), 'något annat'), { nil: undefined });

describe('How a person hears of things', () => {
  it('is as she has chosen where her roles let her, and otherwise in a way that they let', () => {
    fc.assert(
      fc.property(slag, fc.array(roll), val, (one, har, valt) => {
        const ways = valbara(one, har);
        const satt = sattFor(one, { roller: har, valt });
        expect(ways).toContain(satt);
        expect(ways.some((way) => way === valt) ? satt : valt).toBe(valt);
      }),
    );
  });

  it('cannot be switched off by who owes tasks, for tasks and their reminders', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Aviseringsslag>('uppgift', 'paminnelse'),
        fc.constantFrom(
          'handlaggare',
          'medhandlaggare',
          'teamrepresentant',
          'koordinator',
          'sammankallande',
          'styrgrupp',
        ),
        fc.array(roll),
        (one, skyldig, har) => {
          expect(sattFor(one, { roller: [...har, skyldig], valt: 'inte' })).not.toBe('inte');
        },
      ),
    );
  });

  it('can be switched off by who only watches', () => {
    expect(sattFor('uppgift', { roller: ['kansli'], valt: 'inte' })).toBe('inte');
    expect(sattFor('kannedom', { roller: ['kansli'], valt: 'inte' })).toBe('inte');
    expect(sattFor('kannedom', { roller: ['kansli', 'styrgrupp'], valt: 'inte' })).not.toBe('inte');
  });

  it('is by itself for an urgent task, but not for an urgent besked', () => {
    fc.assert(
      fc.property(fc.array(roll), val, (har, valt) => {
        expect(sattFor('uppgift', { roller: har, valt, bradskande: true })).not.toBe('samlat');
        expect(sattFor('besked', { roller: har, valt, bradskande: true })).toBe(
          sattFor('besked', { roller: har, valt }),
        );
      }),
    );
  });

  it('is at once for the receipt of her own act, whatever she chooses', () => {
    fc.assert(
      fc.property(fc.array(roll), val, (har, valt) => {
        expect(sattFor('kvitto', { roller: har, valt })).toBe('direkt');
      }),
    );
  });
});
