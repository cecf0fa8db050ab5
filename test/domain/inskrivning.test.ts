import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const samba = await readProfil('samba_lis');

const imorgon = (own: Prov) => own.om.kalender.addDays(own.idag, 1);

describe('inskrivning', () => {
  test('nobody is enrolled without their own yes, given once and not in the future', () => {
    const own = new Prov(samba).rekommenderad('inskrivning');
    const inskrivning = { beslutsdatum: own.idag, startdatum: own.idag, koordinator: 'k', overinskrivning: false };
    expect(own.hindret('inskrivning', inskrivning)?.kod).toBe('utan_ja');
    expect(own.hindret('personens_svar', { svar: 'ja', datum: imorgon(own) })?.kod).toBe('framtida_datum');
    own.ta('personens_svar', { svar: 'ja', datum: own.idag });
    expect(own.hindret('personens_svar', { svar: 'ja', datum: own.idag })?.kod).toBe('redan_svarat');
    expect(own.hindret('inskrivning', inskrivning)).toBeUndefined();
  });

  test('a no closes the case', () => {
    const own = new Prov(samba).rekommenderad('inskrivning');
    expect(own.ta('personens_svar', { svar: 'nej', datum: own.idag }).lage).toMatchObject({
      fas: 'stangd',
      stangdSom: 'tackat_nej',
    });
  });

  test('a yes is taken back by a no, not dated before it, until the enrolment; the case is closed and owes nothing', () => {
    const own = new Prov(samba).rekommenderad('inskrivning');
    const igar = own.om.kalender.addDays(own.idag, -1);
    own.ta('personens_svar', { svar: 'ja', datum: own.idag });
    expect(own.uppgifter).toEqual(['inskrivning']);
    expect(own.hindret('personens_svar', { svar: 'nej', datum: igar })?.kod).toBe('fore_svaret');
    const [task] = own.lage.uppgifter;
    own.ta('personens_svar', { svar: 'nej', datum: own.idag });
    expect(own.lage).toMatchObject({ fas: 'stangd', stangdSom: 'tackat_nej', svar: 'nej', uppgifter: [], frister: [] });
    expect(own.senaste.avslutadeUppgifter).toEqual([{ nr: task?.nr, som: 'bortfallen' }]);
    const enrolled = new Prov(samba).inskriven();
    expect(enrolled.hindret('personens_svar', { svar: 'nej', datum: enrolled.idag })?.kod).toBe('fel_fas');
  });

  test('the decision is not made before the person’s own yes', () => {
    const own = new Prov(samba).rekommenderad('inskrivning');
    const igar = own.om.kalender.addDays(own.idag, -1);
    own.ta('personens_svar', { svar: 'ja', datum: own.idag });
    const base = { koordinator: 'k', overinskrivning: false };
    for (const startdatum of [igar, own.idag])
      expect(own.hindret('inskrivning', { ...base, beslutsdatum: igar, startdatum })?.kod).toBe('fore_svaret');
    expect(own.hindret('inskrivning', { ...base, beslutsdatum: own.idag, startdatum: own.idag })).toBeUndefined();
  });

  test('the timeline does not say överinskrivning: whether there was room is known only where the place is taken', () => {
    const own = new Prov(samba).rekommenderad('inskrivning').ta('personens_svar', { svar: 'ja', datum: '2026-11-02' });
    const { idag } = own;
    own.ta('inskrivning', { beslutsdatum: idag, startdatum: idag, koordinator: 'k', overinskrivning: true });
    expect(own.senaste.handelser).toEqual([
      { typ: 'inskrivning', data: { beslutsdatum: idag, startdatum: idag, koordinator: 'k' } },
    ]);
  });

  test('the decision is not in the future and the start not before the decision', () => {
    const own = new Prov(samba).rekommenderad('inskrivning');
    own.ta('personens_svar', { svar: 'ja', datum: own.idag });
    const base = { koordinator: 'k', overinskrivning: false };
    const igar = own.om.kalender.addDays(own.idag, -1);
    expect(own.hindret('inskrivning', { ...base, beslutsdatum: imorgon(own), startdatum: imorgon(own) })?.kod).toBe(
      'framtida_datum',
    );
    expect(own.hindret('inskrivning', { ...base, beslutsdatum: own.idag, startdatum: igar })?.kod).toBe(
      'start_fore_beslut',
    );
  });

  test('without a time limit a review opens thirty days before six months have gone, and again after each', () => {
    const own = new Prov(samba).inskriven();
    const { startdatum = '', koordinator } = own.lage;
    expect(koordinator).toBe('k');
    expect(own.lage.insatstid).toBeUndefined();
    const { kalender } = own.om;
    const due = kalender.arbetsdagFrom(kalender.addMonths(startdatum, 6));
    expect(own.till(kalender.addDays(due, -32)).uppgifter).not.toContain('insatstidsoversyn');
    expect(own.till(kalender.addDays(due, -25)).uppgifter).toContain('insatstidsoversyn');
    own.ta('insatstidsoversyn', { datum: own.idag });
    expect(own.uppgifter).not.toContain('insatstidsoversyn');
    expect(own.lage.frister).toHaveLength(1);
    expect(own.hindret('forlangningsforslag', { dialogdatum: own.idag, slut: '2030-01-01' })?.kod).toBe(
      'utan_insatstid',
    );
  });
});
