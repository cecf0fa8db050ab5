import { Forandring } from '../../domain/forandring.js';
import type { Lage } from '../../domain/lage.js';
import { namngivningBrister, rattaNamngivning, type KvarNamngivna } from '../../domain/skydd.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const samba = await readProfil('samba_lis');

const arende = (lage: Partial<Lage>): Prov => {
  const own = new Prov(samba, undefined, { skyddad: true });
  own.ta('skyddad_identitet', { ersattare: 'ersattare' });
  own.lage = { ...own.lage, ...lage };
  return own;
};

/** Who is left, each with what she is in the insats. */
const kvar = (folk: Record<string, 'sammankallande' | 'koordinator' | 'annat'>): KvarNamngivna => {
  const having = (roll: string) => Object.keys(folk).filter((id) => folk[id] === roll);
  return { kvar: Object.keys(folk), sammankallande: having('sammankallande'), koordinatorer: having('koordinator') };
};

/** Looks who is left; returns whether anything was to be put right. */
function se(own: Prov, namngivna: KvarNamngivna): boolean {
  if (!namngivningBrister(own.lage, namngivna)) return false;
  own.senaste = new Forandring(own.lage, own.om);
  rattaNamngivning(own.senaste, namngivna);
  own.lage = own.senaste.lage;
  return true;
}

const skyldiga = ({ lage }: Prov) =>
  lage.uppgifter.filter(({ typ }) => typ === 'namngivning').map(({ roll, person }) => person ?? roll);

const RACKER = kvar({ p: 'sammankallande', ersattare: 'koordinator' });

describe('Who is left of those named for a protected person', () => {
  test('is enough when two are left, one of them sammankallande: nothing is owed', () => {
    const own = arende({});
    expect(se(own, RACKER)).toBe(false);
    expect(skyldiga(own)).toEqual([]);
  });

  test.each([
    ['nobody leads: the koordinator names', 'k', kvar({ k: 'koordinator', p: 'annat' }), 'koordinator'],
    [
      'nobody leads: the ärende’s koordinator, also without the role',
      'k',
      kvar({ k: 'annat', p: 'annat' }),
      'koordinator',
    ],
    ['one has left: who leads names', undefined, kvar({ p: 'sammankallande' }), 'sammankallande'],
    ['the koordinator has left: who leads names', 'k', kvar({ p: 'sammankallande' }), 'sammankallande'],
    ['nobody leads, no koordinator yet: who may name is named', undefined, kvar({ p: 'annat', x: 'koordinator' }), 'x'],
  ] as const)('is owed a naming when %s', (_fall, koordinator, namngivna, skyldig) => {
    const own = arende({ namngivna: ['p', 'ersattare'], ...(koordinator === undefined ? {} : { koordinator }) });
    expect(se(own, namngivna)).toBe(true);
    expect(skyldiga(own)).toEqual([skyldig]);
    expect(own.lage.namngivna).toEqual(['p', 'ersattare']);
    expect(se(own, namngivna)).toBe(false);
  });

  test('may be nobody who can name others: then it begins anew, and is owed by who leads the insats', () => {
    for (const namngivna of [kvar({}), kvar({ p: 'annat', ersattare: 'annat' })]) {
      const own = arende({});
      expect(se(own, namngivna)).toBe(true);
      expect(own.lage.namngivna).toEqual([]);
      expect(skyldiga(own)).toEqual(['sammankallande']);
      expect(own.senaste.handelser.map(({ typ }) => typ)).toEqual(['namngivning_pa_nytt']);
      expect(se(own, kvar({}))).toBe(false);
    }
  });

  test('does not keep a naming that the last one who could do it has left behind', () => {
    const own = arende({});
    se(own, kvar({ p: 'annat', ersattare: 'koordinator' }));
    expect(skyldiga(own)).toEqual(['ersattare']);
    expect(se(own, kvar({ p: 'sammankallande' }))).toBe(true);
    expect(skyldiga(own)).toEqual(['sammankallande']);
  });

  test('owes no naming any longer when a role that was taken away is given back', () => {
    const own = arende({});
    se(own, kvar({ p: 'annat', ersattare: 'koordinator' }));
    expect(se(own, RACKER)).toBe(true);
    expect(skyldiga(own)).toEqual([]);
    expect(own.senaste.avslutadeUppgifter).toMatchObject([{ som: 'bortfallen' }]);
  });

  test('does not end the first naming, before anybody has been named', () => {
    const own = new Prov(samba, undefined, { skyddad: true });
    expect(skyldiga(own)).toEqual(['sammankallande']);
    expect(se(own, kvar({}))).toBe(false);
  });
});
