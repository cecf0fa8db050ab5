import { nextWake } from '../../domain/lage.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const samba = await readProfil('samba_lis');

describe('what happens by itself', () => {
  test('a task left undone is reminded of, then lifted: to sammankallande, to the styrgrupp, and again', () => {
    const own = new Prov(samba, '2026-11-12T09:00:00.000Z').rekommenderad('inskrivning');
    const svar = own.lage.uppgifter.find(({ typ }) => typ === 'personens_svar');
    const mails: string[] = [];
    for (let wake = nextWake(own.lage); wake !== undefined && wake < '2027-02-01'; wake = nextWake(own.lage)) {
      own.nu = wake;
      const reminders = own
        .forfall()
        .senaste.utskick.filter(({ nyckel }) => nyckel.startsWith(`paminnelse-${svar?.nr}-`));
      mails.push(...reminders.map(({ till }) => `${own.idag} ${Object.values(till).join()}`));
    }
    expect(mails).toEqual([
      '2026-12-15 remittent',
      '2026-12-22 remittent',
      '2027-01-04 sammankallande',
      '2027-01-12 styrgrupp',
      '2027-01-26 styrgrupp',
    ]);
  });

  test('a server that slept for a month gives each task one reminder, not four', () => {
    const own = new Prov(samba, '2026-11-12T09:00:00.000Z');
    own.nu = '2026-12-20T09:00:00.000Z';
    expect(own.forfall().senaste.utskick.map(({ slag }) => slag)).toEqual(['paminnelse']);
    expect((nextWake(own.lage) ?? '') > own.nu).toBe(true);
  });
});
