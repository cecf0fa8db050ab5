import fc from 'fast-check';
import type { Arenderelation } from '../../domain/atkomst.js';
import {
  efterFordelning,
  fordelningshinder,
  innehavare,
  inPlaceOf,
  isDelad,
  isMine,
  maySee,
  vilar,
  type Fordelbar,
  type Fordelning,
  type Kollega,
} from '../../domain/tilldelning.js';
import { addDays } from '../../domain/kalender/tid.js';
import { owes } from '../../domain/uppgiftsagare.js';

const IDAG = '2026-11-24';

const arende: Arenderelation = {
  insatsId: 'samba',
  teamId: 'teamet',
  remittentId: 'remittenten',
  remittentVerksamhetId: 'fk',
  identifierad: true,
  koordinatorId: 'kajsa',
  samtycken: [
    { verksamhetId: 'fk', giltigtFran: '2026-01-01', aterkallat: false },
    { verksamhetId: 'psyk', giltigtFran: '2026-01-01', aterkallat: false },
  ],
  medhandlaggare: [],
  lyft: false,
  paDagordning: true,
  kanslivy: false,
};

const kollega = (id: string, change: Partial<Kollega> = {}): Kollega => ({
  id,
  namn: `${id[0]?.toUpperCase()}${id.slice(1)}`,
  aktiv: true,
  roller: [],
  team: [],
  ...change,
});
const leder = { roller: [{ roll: 'sammankallande', insatsId: 'samba' }] };
const siv = kollega('siv', leder);
const sara = kollega('sara', leder);
const kajsa = kollega('kajsa');
const tea = kollega('tea', { team: [{ teamId: 'teamet', verksamhetId: 'psyk', ersattare: false }] });
const erik = kollega('erik', { team: [{ teamId: 'teamet', verksamhetId: 'psyk', ersattare: true }] });
const utomstaende = kollega('olle');

const granskning: Fordelbar = { typ: 'granskning', roll: 'sammankallande', forfaller: '2026-11-30' };
const yttrande: Fordelbar = {
  typ: 'yttrande',
  roll: 'teamrepresentant',
  verksamhetId: 'psyk',
  forfaller: '2026-11-30',
};
const planuppfoljning: Fordelbar = { typ: 'planuppfoljning', roll: 'koordinator', forfaller: '2026-11-30' };

const hindret = (person: Kollega, fordelning: Fordelning, uppgift: Fordelbar) =>
  fordelningshinder(person, fordelning, uppgift, arende, IDAG);
const koden = (person: Kollega, fordelning: Fordelning, uppgift: Fordelbar) =>
  hindret(person, fordelning, uppgift)?.kod;
const mina = (uppgift: Fordelbar) =>
  [siv, sara, kajsa, tea, erik].filter((one) => isMine(one, uppgift, arende, IDAG)).map(({ id }) => id);

describe('a task that is taken', () => {
  test('is that person’s alone, and still seen and owed by the others of the role', () => {
    expect(mina(granskning)).toEqual(['siv', 'sara']);
    const tagen = { ...granskning, tilldelad: siv };
    expect(mina(tagen)).toEqual(['siv']);
    expect(owes(sara, tagen, arende, IDAG)).toBe(true);
    expect(maySee(sara, tagen, arende, IDAG)).toBe(true);
  });

  test('cannot be taken by another, who is told who has it and what to do', () => {
    const tagen = { ...granskning, tilldelad: siv };
    expect(hindret(sara, { slag: 'ta' }, tagen)).toEqual({
      kod: 'tagen',
      mening: 'Siv har redan uppgiften. Be Siv lämna tillbaka den, eller be sammankallande ge den till dig.',
    });
    expect(koden(siv, { slag: 'ta' }, tagen)).toBeUndefined();
  });

  test('is taken only by who may do it, an ersättare or who leads among them', () => {
    expect(koden(erik, { slag: 'ta' }, yttrande)).toBeUndefined();
    expect(koden(siv, { slag: 'ta' }, yttrande)).toBeUndefined();
    for (const one of [kajsa, utomstaende]) expect(koden(one, { slag: 'ta' }, yttrande)).toBe('far_inte_gora');
  });

  test('comes back to all when its holder leaves, or may not do it any longer', () => {
    for (const borta of [kollega('siv', { ...leder, aktiv: false }), kollega('siv')]) {
      const tagen = { ...granskning, tilldelad: borta, vilarTill: '2026-11-27' };
      expect(innehavare(tagen, arende, IDAG)).toBeUndefined();
      expect(vilar(tagen, arende, IDAG)).toBe(false);
      expect(isMine(sara, tagen, arende, IDAG)).toBe(true);
      expect(koden(sara, { slag: 'ta' }, tagen)).toBeUndefined();
    }
    const utanSamtycke = { ...arende, samtycken: [] };
    expect(innehavare({ ...yttrande, tilldelad: tea }, utanSamtycke, IDAG)).toBeUndefined();
  });

  test('tells something only where several owe it', () => {
    expect([granskning, yttrande].map(isDelad)).toEqual([true, true]);
    expect([planuppfoljning, { ...yttrande, personId: 'tea' }].map(isDelad)).toEqual([false, false]);
  });
});

describe('a task of somebody who is away', () => {
  const borta = { ...siv, verksamhetId: 'iff' };
  const erika = kollega('erika', { ersatter: [borta] });
  const tagen = { ...granskning, tilldelad: siv };

  test('is also her ersättare’s, who may hand it back, give it away or do it', () => {
    expect(isMine(erika, tagen, arende, IDAG)).toBe(true);
    expect(inPlaceOf(erika, tagen, arende, IDAG)).toBe('siv');
    for (const slag of ['ta', 'lamna'] as const) expect(koden(erika, { slag }, tagen)).toBeUndefined();
    expect(koden(erika, { slag: 'ge', till: sara }, tagen)).toBeUndefined();
  });

  test('that the ersättare took by what was lent to her is nobody’s any longer when the other is back', () => {
    const medan = { ...granskning, tilldelad: erika };
    expect(innehavare(medan, arende, IDAG)?.id).toBe('erika');
    expect(innehavare({ ...granskning, tilldelad: kollega('erika') }, arende, IDAG)).toBeUndefined();
  });
});

describe('giving a task', () => {
  test('is for who has it, who owes it while nobody has it, and who leads the case', () => {
    const ge: Fordelning = { slag: 'ge', till: sara };
    expect(koden(kajsa, ge, planuppfoljning)).toBeUndefined();
    expect(koden(siv, ge, planuppfoljning)).toBeUndefined();
    expect(koden(tea, ge, planuppfoljning)).toBe('far_inte_ge');
    expect(koden(erik, { slag: 'ge', till: erik }, { ...yttrande, tilldelad: tea })).toBe('annans');
    expect(koden(siv, { slag: 'ge', till: erik }, { ...yttrande, tilldelad: tea })).toBeUndefined();
  });

  test('is refused to who may not do it or has left, with the name', () => {
    expect(hindret(siv, { slag: 'ge', till: kajsa }, granskning)).toEqual({
      kod: 'mottagaren_far_inte',
      mening: 'Kajsa får inte göra uppgiften. Välj någon som kan fatta beslutet.',
    });
    expect(koden(siv, { slag: 'ge', till: kollega('sara', { ...leder, aktiv: false }) }, granskning)).toBe(
      'inte_aktiv',
    );
  });

  test('ends the rest that the holder before had decided', () => {
    const vilande = { ...granskning, tilldelad: siv, vilarTill: '2026-11-27' };
    expect(efterFordelning(siv, { slag: 'ge', till: sara }, vilande)).toEqual({ tilldeladId: 'sara' });
    expect(efterFordelning(siv, { slag: 'ge', till: siv }, vilande)).toEqual({
      tilldeladId: 'siv',
      vilarTill: '2026-11-27',
    });
  });
});

describe('handing back', () => {
  test('is for who has it, and who leads the case', () => {
    const tagen = { ...yttrande, tilldelad: tea };
    expect(koden(tea, { slag: 'lamna' }, tagen)).toBeUndefined();
    expect(koden(siv, { slag: 'lamna' }, tagen)).toBeUndefined();
    expect(koden(erik, { slag: 'lamna' }, tagen)).toBe('annans');
    expect(koden(tea, { slag: 'lamna' }, yttrande)).toBe('ingen_har');
  });
});

describe('putting aside', () => {
  const vila = (till: string): Fordelning => ({ slag: 'vila', till });

  test('is until a day after today and never past the last day', () => {
    expect(koden(siv, vila('2026-11-25'), granskning)).toBeUndefined();
    expect(koden(siv, vila('2026-11-30'), granskning)).toBeUndefined();
    expect(koden(siv, vila('2026-11-24'), granskning)).toBe('redan_idag');
    expect(hindret(siv, vila('2026-12-01'), granskning)?.mening).toContain('2026-11-30');
    for (const forfaller of ['2026-11-23', '2026-11-24'])
      expect(koden(siv, vila('2026-11-25'), { ...granskning, forfaller })).toBe('ingen_tid');
  });

  test('is for who has it or owes it, and makes it hers', () => {
    expect(koden(kajsa, vila('2026-11-26'), granskning)).toBe('far_inte_gora');
    expect(koden(sara, vila('2026-11-26'), { ...granskning, tilldelad: siv })).toBe('annans');
    expect(efterFordelning(sara, vila('2026-11-26'), granskning)).toEqual({
      tilldeladId: 'sara',
      vilarTill: '2026-11-26',
    });
  });

  test('ends by itself on the day, and on the last day when that was moved before it', () => {
    const vilande = { ...granskning, tilldelad: siv, vilarTill: '2026-11-27' };
    expect(vilar(vilande, arende, '2026-11-26')).toBe(true);
    expect(vilar(vilande, arende, '2026-11-27')).toBe(false);
    expect(vilar({ ...vilande, forfaller: '2026-11-25' }, arende, '2026-11-25')).toBe(false);
  });

  test('is ended by hand by who has it, or who leads', () => {
    const vilande = { ...yttrande, tilldelad: tea, vilarTill: '2026-11-27' };
    expect(koden(tea, { slag: 'ta_fram' }, vilande)).toBeUndefined();
    expect(koden(erik, { slag: 'ta_fram' }, vilande)).toBe('annans');
    expect(koden(tea, { slag: 'ta_fram' }, yttrande)).toBe('vilar_inte');
    expect(efterFordelning(tea, { slag: 'ta_fram' }, vilande)).toEqual({ tilldeladId: 'tea' });
  });
});

describe('whatever is done with tasks, in any order', () => {
  const folk = [siv, sara, kajsa, tea, erik, utomstaende];
  const nagon = fc.constantFrom(...folk);
  const fordelning: fc.Arbitrary<Fordelning> = fc.oneof(
    fc.constantFrom<Fordelning>({ slag: 'ta' }, { slag: 'lamna' }, { slag: 'ta_fram' }),
    nagon.map((till): Fordelning => ({ slag: 'ge', till })),
    fc.integer({ min: -2, max: 9 }).map((dagar): Fordelning => ({ slag: 'vila', till: addDays(IDAG, dagar) })),
  );
  const steg = fc.record({ av: nagon, fordelning, dagar: fc.nat({ max: 2 }) });
  const uppgift = fc.constantFrom(granskning, yttrande, planuppfoljning);

  test('somebody always has a task as hers, who has it may do it, and what rests wakes by its last day', () => {
    fc.assert(
      fc.property(uppgift, fc.array(steg, { maxLength: 12 }), (start, all) => {
        let now = start;
        let idag = IDAG;
        for (const { av, fordelning: vad, dagar } of all) {
          idag = addDays(idag, dagar);
          if (fordelningshinder(av, vad, now, arende, idag)) continue;
          const efter = efterFordelning(av, vad, now);
          now = {
            ...start,
            tilldelad: folk.find(({ id }) => id === efter.tilldeladId),
            vilarTill: efter.vilarTill,
          };
          const har = innehavare(now, arende, idag);
          expect(har?.id).toBe(efter.tilldeladId);
          expect(folk.some((one) => isMine(one, now, arende, idag))).toBe(true);
          expect(folk.filter((one) => owes(one, now, arende, idag))).toEqual(
            folk.filter((one) => owes(one, start, arende, idag)),
          );
          expect(vilar(now, arende, now.forfaller)).toBe(false);
        }
      }),
    );
  });
});
