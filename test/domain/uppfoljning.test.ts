import { nextStep } from '../../domain/lage.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const samba = await readProfil('samba_lis');
const vagknuten = await readProfil('vagknuten');

const imorgon = (own: Prov) => own.om.kalender.addDays(own.idag, 1);

describe('avslut and the follow-up', () => {
  test('the last day lies between startdatum and today; every task falls away but the completion', () => {
    const own = new Prov(vagknuten).iProcess();
    expect(own.hindret('avslut', { avslutsdatum: imorgon(own) })?.kod).toBe('framtida_datum');
    expect(own.hindret('avslut', { avslutsdatum: '2026-01-01' })?.kod).toBe('fore_start');
    own.ta('avslut', { avslutsdatum: own.idag });
    expect(own.uppgifter).toEqual(['avslutsuppgifter']);
    expect(own.lage.frister.map(({ typ }) => typ)).toEqual(['uppgift_oppnas']);
  });

  test('one who never began leaves on the day that it is decided', () => {
    const own = new Prov(vagknuten).rekommenderad('inskrivning');
    own.ta('personens_svar', { svar: 'ja', datum: own.idag });
    const startdatum = own.om.kalender.addDays(own.idag, 40);
    own.ta('inskrivning', { beslutsdatum: own.idag, startdatum, koordinator: 'k', overinskrivning: false }).dagar(3);
    const igar = own.om.kalender.addDays(own.idag, -1);
    expect(own.hindret('avslut', { avslutsdatum: igar })?.kod).toBe('inte_borjat');
    expect(own.ta('avslut', { avslutsdatum: own.idag }).lage).toMatchObject({ fas: 'avslut', avslutsdatum: own.idag });
  });

  test.each([
    ['avliden', 'utan_uppfoljning'],
    ['felregistrering', 'felregistrerad'],
  ] as const)('nobody is followed up after “%s”', (orsak, stangdSom) => {
    expect(new Prov(samba).avslutad().ta('avslutsuppgifter', { orsak }).lage).toMatchObject({
      fas: 'stangd',
      stangdSom,
      frister: [],
    });
  });

  test('the task opens on day 76, the result describes day 90, and the case is then closed', () => {
    const own = new Prov(samba).iUppfoljning();
    const { kalender } = own.om;
    const slut = own.lage.avslutsdatum ?? '';
    expect(nextStep(own.lage)).toMatchObject({ typ: 'uppfoljning', roll: 'koordinator' });
    expect(own.hindret('kontaktforsok', { datum: own.idag, naddes: false })?.kod).toBe('inte_oppen');
    own.till(kalender.addDays(slut, 75));
    expect(own.uppgifter).toEqual([]);
    own.till(kalender.arbetsdagFrom(kalender.addDays(slut, 76)));
    expect(own.uppgifter).toEqual(['uppfoljning']);
    expect(own.hindret('uppfoljning', { resultat: 'nadd', datum: own.idag })?.kod).toBe('fore_dag_90');
    own.till(kalender.addDays(slut, 90)).ta('uppfoljning', { resultat: 'nadd', datum: kalender.addDays(slut, 90) });
    expect(own.lage).toMatchObject({ fas: 'stangd', stangdSom: 'uppfoljd', uppgifter: [], frister: [] });
  });

  test('no result is of a day before the avslut, and what the person answered not of one before day 90', () => {
    const own = new Prov(samba).iUppfoljning();
    const { kalender } = own.om;
    const slut = own.lage.avslutsdatum ?? '';
    own.till(kalender.addDays(slut, 92));
    const on = (resultat: 'nadd' | 'vill_inte', dag: number) =>
      own.hindret('uppfoljning', { resultat, datum: kalender.addDays(slut, dag) })?.kod;
    expect([on('nadd', -1), on('vill_inte', -1)]).toEqual(['fore_avslutet', 'fore_avslutet']);
    expect([on('nadd', 89), on('nadd', 90), on('vill_inte', 0)]).toEqual(['galler_fore_dag_90', undefined, undefined]);
  });

  test('“not reached” needs three attempts, or that the last day has come; there is no fourth', () => {
    const own = new Prov(samba).iUppfoljning().dagar(92);
    expect(own.hindret('uppfoljning', { resultat: 'ej_nadd', datum: own.idag })?.kod).toBe('fler_forsok');
    const late = own.kopia();
    late.till(late.lage.uppfoljning?.senast ?? '');
    expect(late.hindret('uppfoljning', { resultat: 'ej_nadd', datum: late.idag })).toBeUndefined();
    for (let nr = 1; nr <= 3; nr += 1) own.ta('kontaktforsok', { datum: own.idag, naddes: false });
    expect(own.hindret('kontaktforsok', { datum: own.idag, naddes: false })?.kod).toBe('alla_forsok');
    expect(own.hindret('uppfoljning', { resultat: 'ej_nadd', datum: own.idag })).toBeUndefined();
  });

  test('an avslut registered months late opens the follow-up at once, before it is completed', () => {
    const own = new Prov(samba).iProcess();
    const slut = own.idag;
    own.dagar(100).ta('avslut', { avslutsdatum: slut }).forfall();
    expect(own.uppgifter).toEqual(['avslutsuppgifter', 'uppfoljning']);
  });
});
