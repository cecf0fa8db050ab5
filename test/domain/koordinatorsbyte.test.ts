import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const profil = await readProfil('samba_lis');

describe('koordinatorsbyte', () => {
  test('tells both, and the tasks follow by role; not to the same, and not before there is one', () => {
    const own = new Prov(profil).iKo().erbjuds('e');
    expect(own.hindret('koordinatorsbyte', { koordinator: 'k' })?.kod).toBe('samma_koordinator');
    own.ta('koordinatorsbyte', { koordinator: 'k2' });
    expect(own.lage.koordinator).toBe('k2');
    expect(own.uppgifter).toEqual(['platserbjudande']);
    expect(own.told).toEqual(['besked k2', 'besked k']);
    const fore = new Prov({ ...profil, forgrupp: 'fore' }).rekommenderad('forgrupp');
    expect(fore.hindret('koordinatorsbyte', { koordinator: 'k' })?.kod).toBe('ingen_koordinator');
  });
});
