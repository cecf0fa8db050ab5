import { handelsetext } from '../../domain/handelsetexter/index.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const samba = await readProfil('samba_lis');

const tillfragad = (): Prov => new Prov(samba).ta('granskning', { utfall: 'komplettering' });

describe('A komplettering', () => {
  it('asked for at the review waits for the remittent 10 working days, and comes back to the review', () => {
    const prov = tillfragad();
    expect(prov.lage.fas).toBe('komplettering');
    expect(prov.lage.uppgifter).toMatchObject([{ typ: 'komplettering', roll: 'handlaggare', forfaller: '2026-11-16' }]);
    prov.ta('komplettering', {});
    expect(prov.lage.fas).toBe('mottagen');
    expect(prov.uppgifter).toEqual(['granskning']);
    expect(prov.lage.frister).toEqual([]);
    expect(prov.lage.kompletteringFran).toBeUndefined();
  });

  it('reminds the remittent at −3, 0 and +3 working days, then her ersättare, then sammankallande decides', () => {
    const prov = tillfragad();
    prov.andrad = { folk: { ...prov.krets.folk, remittent: { ersattare: 'kollega' }, kollega: {} } };
    const told: [string, unknown][] = [];
    for (let days = 0; days < 40; days += 1) {
      const { version } = prov.lage;
      prov.dagar(1);
      if (prov.lage.version !== version)
        for (const { slag, till, uppgift } of prov.senaste.utskick) told.push([prov.idag, { slag, till, uppgift }]);
    }
    const reminded = (till: object) => ({ slag: 'paminnelse', till, uppgift: 'komplettering' });
    expect(told.slice(0, 5)).toEqual([
      ['2026-11-11', reminded({ personer: ['remittent'] })],
      ['2026-11-16', reminded({ personer: ['remittent'] })],
      ['2026-11-19', reminded({ personer: ['remittent'] })],
      ['2026-11-23', reminded({ personer: ['kollega'] })],
      ['2026-11-30', { slag: 'uppgift', till: { roll: 'sammankallande' }, uppgift: 'utebliven_komplettering' }],
    ]);
  });

  it('can be decided without only when the remittent has had her time', () => {
    const prov = tillfragad().till('2026-11-27');
    expect(prov.hindret('utebliven_komplettering', { utfall: 'stangs' })?.kod).toBe('for_tidigt');
    prov.till('2026-11-30');
    expect(prov.uppgifter).toEqual(['komplettering', 'utebliven_komplettering']);
    expect(prov.kopia().ta('utebliven_komplettering', { utfall: 'stangs' }).lage).toMatchObject({
      fas: 'stangd',
      stangdSom: 'utan_komplettering',
    });
    const anda = prov.kopia().ta('utebliven_komplettering', { utfall: 'provas_anda' });
    expect(anda.lage.fas).toBe('konsultation');
    expect(anda.uppgifter).toContain('rekommendation');
    // the remittent may still answer
    expect(prov.kopia().ta('komplettering', {}).uppgifter).toEqual(['granskning']);
  });

  it('gets a new last day only ahead and within a year, moved to a working day', () => {
    const prov = tillfragad().till('2026-11-30');
    const kod = (senast?: string) =>
      prov.hindret('utebliven_komplettering', { utfall: 'ny_frist', ...(senast ? { senast } : {}) })?.kod;
    expect(kod()).toBe('frist_saknas');
    expect(kod('2026-11-30')).toBe('frist_passerad');
    expect(kod('2027-12-01')).toBe('for_lang_frist');
    prov.ta('utebliven_komplettering', { utfall: 'ny_frist', senast: '2026-12-12' });
    expect(prov.lage.fas).toBe('komplettering');
    expect(prov.lage.uppgifter).toMatchObject([{ typ: 'komplettering', forfaller: '2026-12-14' }]);
    expect(prov.lage.frister).toMatchObject([{ typ: 'uppgift_oppnas', uppgift: 'utebliven_komplettering' }]);
  });

  it('asked for by the team goes back to the team’s next meeting', () => {
    const prov = new Prov(samba).rekommenderad('komplettering');
    const asked = prov.lage.mote?.borjar ?? '';
    expect(prov.uppgifter).toEqual(['komplettering']);
    prov.ta('komplettering', {});
    expect(prov.lage.fas).toBe('konsultation');
    expect(prov.lage.mote?.borjar.localeCompare(asked)).toBe(1);
    expect(prov.uppgifter).toContain('rekommendation');
  });
});

describe('Another insats', () => {
  it('has to be named, and another than this', () => {
    const prov = new Prov(samba);
    expect(prov.hindret('granskning', { utfall: 'annan_insats' })?.kod).toBe('insats_saknas');
    expect(prov.hindret('granskning', { utfall: 'annan_insats', insats: samba.kod })?.kod).toBe('insats_saknas');
    prov.ta('granskning', { utfall: 'annan_insats', insats: 'vagknuten' });
    expect(prov.lage).toMatchObject({ fas: 'stangd', stangdSom: 'annan_insats' });
    expect(prov.hindret('ateroppning', {})?.kod).toBe('annan_insats');
  });
});

describe('A remiss taken back', () => {
  it('ends the case before inskrivning, and tells the team and who owes something', () => {
    const prov = new Prov(samba).konsultation().ta('atertagande', {});
    expect(prov.lage).toMatchObject({ fas: 'stangd', stangdSom: 'atertagen', uppgifter: [], frister: [] });
    const told = prov.senaste.utskick.map(({ till }) => till);
    expect(told).toEqual(
      expect.arrayContaining([{ roll: 'sammankallande' }, { team: true }, { verksamhet: 'fk' }, { roll: 'remittent' }]),
    );
  });

  it('is not told to a team that has not had it', () => {
    const prov = new Prov(samba).ta('atertagande', {});
    expect(prov.senaste.utskick.map(({ till }) => till)).not.toContainEqual({ team: true });
  });

  it('is refused when the person is enrolled, in a förgrupp too', () => {
    const prov = new Prov({ ...samba, forgrupp: 'efter' }).inskriven();
    expect(prov.lage.fas).toBe('forgrupp');
    expect(prov.hindret('atertagande', {})?.kod).toBe('redan_inskriven');
    expect(new Prov(samba).inskriven().hindret('atertagande', {})?.kod).toBe('fel_fas');
  });
});

describe('A wrong registration', () => {
  it.each([
    ['at the review', () => new Prov(samba)],
    ['in a participation', () => new Prov(samba).iProcess()],
    ['while waiting for the follow-up', () => new Prov(samba).iUppfoljning()],
  ])('closes the case %s, with nothing left', (_when, start) => {
    const prov = start().ta('felregistrering', {});
    expect(prov.lage).toMatchObject({ fas: 'stangd', stangdSom: 'felregistrerad', uppgifter: [], frister: [] });
  });

  it('ends a pause', () => {
    const prov = new Prov(samba).iProcess();
    prov.ta('paus', { orsak: 'sjukdom', fran: prov.idag, till: '2027-06-01' }).ta('felregistrering', {});
    expect(prov.lage.paus).toBeUndefined();
  });
});

describe('A case that is opened again', () => {
  it('is reviewed when the team never had it', () => {
    const prov = new Prov(samba).ta('granskning', { utfall: 'inte_aktuell' }).ta('ateroppning', {});
    expect(prov.lage.fas).toBe('mottagen');
    expect(prov.uppgifter).toEqual(['granskning']);
    expect(prov.lage.stangdSom).toBeUndefined();
    expect(tillfragad().ta('atertagande', {}).ta('ateroppning', {}).lage.fas).toBe('mottagen');
  });

  it('goes to the team’s next meeting when it was closed later', () => {
    const prov = new Prov(samba).rekommenderad('inskrivning');
    prov.ta('personens_svar', { svar: 'nej', datum: prov.idag }).dagar(3).ta('ateroppning', {});
    expect(prov.lage.fas).toBe('konsultation');
    expect(prov.lage.svar).toBeUndefined();
    expect(prov.uppgifter).toEqual(['yttrande fk', 'yttrande af', 'yttrande ifo', 'rekommendation']);
  });

  it('goes on with its insatstid when the avslut was a mistake', () => {
    const insatstid = { slag: 'mjuk', manader: 12, varningDagarFore: [90, 30, 7] } as const;
    const prov = new Prov({ ...samba, insatstid }).avslutad();
    const slut = prov.lage.insatstid?.slut;
    prov.ta('ateroppning', {});
    expect(prov.lage.fas).toBe('process');
    expect(prov.lage.insatstid?.slut).toBe(slut);
    expect(prov.lage.frister.map(({ typ }) => typ)).toContain('insatstid_slut');
    expect(prov.lage.avslutsdatum ?? prov.lage.uppfoljning).toBeUndefined();
    expect(prov.uppgifter).toContain('planuppfoljning');
    expect(prov.uppgifter).not.toContain('avslutsuppgifter');
    const again = prov.dagar(10).ta('avslut', { avslutsdatum: prov.idag });
    expect(again.lage.uppfoljning?.forsok).toBe(0);
  });

  it('makes its kartläggning when that was not done', () => {
    const prov = new Prov(samba).inskriven().dagar(10);
    prov.ta('avslut', { avslutsdatum: prov.idag }).ta('ateroppning', {});
    expect(prov.lage.fas).toBe('kartlaggning');
    expect(prov.uppgifter).toContain('kartlaggning');
  });

  it('is followed up anew when the follow-up had closed it', () => {
    const prov = new Prov(samba).iUppfoljning().dagar(100);
    prov.ta('uppfoljning', { resultat: 'vill_inte', datum: prov.idag }).dagar(2).ta('ateroppning', {});
    expect(prov.lage.fas).toBe('uppfoljning');
    expect(prov.uppgifter).toEqual(['uppfoljning']);
  });

  it('lets in those whose samtycke still stands, and asks for what has run out', () => {
    const prov = new Prov(samba).ta('granskning', { utfall: 'inte_aktuell' });
    prov.lage = { ...prov.lage, samtyckenTill: { fk: '2026-11-10' } };
    prov.till('2026-11-20').ta('ateroppning', {});
    expect(prov.lage.samtycken).toEqual(['af', 'ifo']);
    expect(prov.uppgifter).toContain('samtycke_saknas');
  });

  it('says when it takes a place that is not there', () => {
    const prov = new Prov(samba).avslutad();
    prov.platser = { lediga: 0, fore: 0, regelpoang: 0 };
    const [handelse] = prov.ta('ateroppning', {}).senaste.handelser;
    const skriv = { dag: String, tid: String, namn: String };
    expect(handelsetext('ateroppning', handelse?.data ?? {}, skriv).text).toContain('överinskrivning');
  });
});
