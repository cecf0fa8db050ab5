import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const samba = await readProfil('samba_lis');

const imorgon = (own: Prov) => own.om.kalender.addDays(own.idag, 1);

describe('kartläggning, process and verkställighet', () => {
  test('kartläggning is done between startdatum and today, and planuppföljning follows', () => {
    const own = new Prov(samba).inskriven().dagar(10);
    expect(own.hindret('kartlaggning', { klar: imorgon(own), spar: 'snabbspar' })?.kod).toBe('framtida_datum');
    expect(own.hindret('kartlaggning', { klar: '2026-01-01', spar: 'snabbspar' })?.kod).toBe('fore_start');
    own.ta('kartlaggning', { klar: own.idag, spar: 'snabbspar' });
    expect(own.lage.fas).toBe('process');
    expect(own.uppgifter).toEqual(['genomforandeplan', 'skattning', 'planuppfoljning']);
  });

  test('each planuppföljning opens the next, ninety days on', () => {
    const own = new Prov(samba).iProcess().dagar(90);
    own.ta('planuppfoljning', { datum: own.idag });
    const [task] = own.lage.uppgifter.filter(({ typ }) => typ === 'planuppfoljning');
    expect(own.om.kalender.daysBetween(own.idag, task?.forfaller ?? '')).toBeGreaterThanOrEqual(90);
    expect(own.hindret('planuppfoljning', { datum: imorgon(own) })?.kod).toBe('framtida_datum');
  });

  test('one moves freely between the working phases, but not to where one is', () => {
    const own = new Prov(samba).iProcess().medPlan();
    expect(own.hindret('fasbyte', { till: 'process' })?.kod).toBe('samma_fas');
    for (const till of ['verkstallighet', 'bada', 'process', 'bada'] as const)
      expect(own.ta('fasbyte', { till }).lage.fas).toBe(till);
    expect(own.uppgifter).toEqual(['planuppfoljning']);
  });
});
