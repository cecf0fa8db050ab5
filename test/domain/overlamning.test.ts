import { felIOrd, overtagandehinder, platshinder, rollFoljerMed } from '../../domain/arbetsoverlamning.js';
import { checkOm } from '../../domain/beslut/index.js';
import { faser, isPossibleIn } from '../../domain/faser.js';
import { koder, roller } from '../../domain/koder.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const profil = await readProfil('samba_lis');
const K_TILL_K2 = { fran: 'k', till: 'k2' };

describe('A case that is handed over', () => {
  test('has the receiver as koordinator, in every phase until the follow-up is done, and tells nobody by itself', () => {
    for (const own of [new Prov(profil).iKo(), new Prov(profil).iProcess(), new Prov(profil).iUppfoljning()]) {
      const { uppgifter } = own;
      own.ta('overlamning', K_TILL_K2);
      expect(own.lage.koordinator).toBe('k2');
      expect(own.uppgifter).toEqual(uppgifter);
      expect(own.told).toEqual([]);
      expect(own.senaste.handelser).toEqual([{ typ: 'overlamning', data: { ...K_TILL_K2, av: ['koordinator'] } }]);
    }
    expect(koder(faser).filter((fas) => !isPossibleIn('overlamning', fas))).toEqual(['stangd']);
  });

  test('gives her the actions that name the other, open and still to open, with their days and reminders', () => {
    const own = new Prov(profil).iProcess();
    const atgard = { id: 'a1', verksamhet: 'fk', person: 'p1', senast: own.idag };
    own.ta('flerpartsmote', { datum: own.idag, atgarder: [atgard, { ...atgard, id: 'a2', person: 'p2' }] });
    const mal = { verksamhet: 'fk', person: 'p1', ref: 'a3' };
    const oppnas = {
      typ: 'uppgift_oppnas',
      nar: '2099-01-01T07:00:00.000Z',
      uppgift: 'atgard',
      forfaller: '2099-01-09',
    };
    own.lage = { ...own.lage, frister: [...own.lage.frister, { ...oppnas, mal } as never] };
    const before = own.lage;
    own.ta('overlamning', { fran: 'p1', till: 'p3' });
    expect(own.lage.koordinator).toBe(before.koordinator);
    const named = ({ uppgifter }: typeof before) => uppgifter.filter(({ person }) => person !== undefined);
    expect(named(own.lage)).toEqual(
      named(before).map((uppgift) => (uppgift.person === 'p1' ? { ...uppgift, person: 'p3' } : uppgift)),
    );
    expect(own.senaste.overlamnadeUppgifter).toEqual([
      { nr: named(before).find(({ person }) => person === 'p1')?.nr, person: 'p3' },
    ]);
    expect(own.lage.frister.at(-1)).toMatchObject({ mal: { ...mal, person: 'p3' } });
    expect(JSON.stringify(own.lage)).not.toContain('"p1"');
  });

  test('is refused where nothing is hers, and to herself', () => {
    const own = new Prov(profil).iProcess();
    const om = (fran: string) => checkOm(own.lage, own.beslut('overlamning', { fran, till: 'x' }), own.om)?.kod;
    expect(om('k')).toBeUndefined();
    expect(om('nagon')).toBe('inget_att_lamna_over');
    const remittent = { ...own.om, innehav: ['remittent'] as const };
    const beslut = own.beslut('overlamning', { fran: 'nagon', till: 'x' });
    expect(checkOm(own.lage, beslut, remittent)).toBeUndefined();
    expect(own.hindret('overlamning', { fran: 'k', till: 'k' })?.kod).toBe('samma_person');
  });
});

describe('Who can take over', () => {
  const arende = { insatsId: 'i', koordinator: true, lovatFor: [] };
  const mottagare = { verksamhetId: 'fk', koordinatorI: ['i'] };

  test('is koordinator in the insats, and of the verksamhet that the remiss and the actions are of', () => {
    expect(overtagandehinder(arende, mottagare)).toBeUndefined();
    expect(overtagandehinder(arende, { ...mottagare, koordinatorI: ['j'] })?.kod).toBe('okand_koordinator');
    expect(overtagandehinder(arende, { ...mottagare, koordinatorI: 'alla' })).toBeUndefined();
    const annat = { ...arende, koordinator: false };
    expect(overtagandehinder({ ...annat, remissFran: 'fk', lovatFor: ['fk'] }, mottagare)).toBeUndefined();
    expect(overtagandehinder({ ...annat, remissFran: 'af' }, mottagare)?.kod).toBe('annan_verksamhet');
    expect(overtagandehinder({ ...annat, lovatFor: ['fk', 'af'] }, mottagare)?.kod).toBe('annan_verksamhet');
    expect(felIOrd('annan_verksamhet')).not.toBe(felIOrd('nagot_annat'));
  });

  test('gets seats of their verksamhet alone, and none where she sits for another', () => {
    const plats = { teamId: 't', verksamhetId: 'fk', ersattare: false };
    expect(platshinder(plats, 'fk', [])).toBeUndefined();
    expect(platshinder(plats, 'fk', [{ ...plats, ersattare: true }])).toBeUndefined();
    expect(platshinder(plats, 'af', [])).toBe('annan_verksamhet');
    expect(platshinder(plats, 'fk', [{ ...plats, verksamhetId: 'af' }])).toBe('sitter_redan');
  });

  test('gets the roles of the work, and none that administers or watches', () => {
    expect(koder(roller).filter((roll) => !rollFoljerMed(roll))).toEqual([
      'kansli',
      'granskare',
      'forvaltare',
      'arkivansvarig',
    ]);
  });
});
