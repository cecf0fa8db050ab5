import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { nextStep } from '../../domain/lage.js';
import { kortaSamtycken } from '../../domain/uppfoljning.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const samba = await readProfil('samba_lis');
const inProcess = () => new Prov(samba).iProcess().medPlan().dagar(40);

describe('an avslut', () => {
  test('tells remittent and team, and ends what was asked for', () => {
    const own = inProcess().ta('medelforslag', { belopp: 500, extern: false });
    own.ta('avslut', { avslutsdatum: own.idag });
    expect(own.senaste.utskick.map(({ till }) => till)).toEqual(
      expect.arrayContaining([{ roll: 'remittent' }, { team: true }]),
    );
    expect(own.uppgifter).toEqual(['avslutsuppgifter']);
    expect(own.lage.medel).toBeUndefined();
  });

  test.each(['fortsatt_rehabilitering', 'sjukdom', 'ater_utan_insats'])(
    'for the reason %s needs somebody who takes over, told with it or afterwards',
    (orsak) => {
      const own = inProcess();
      own.ta('avslut', { avslutsdatum: own.idag, overlamning: false });
      expect(own.hindret('avslutsuppgifter', { orsak })?.kod).toBe('overlamning_saknas');
      expect(own.hindret('avslutsuppgifter', { orsak, overlamning: true })).toBeUndefined();
      const other = inProcess();
      other.ta('avslut', { avslutsdatum: other.idag, overlamning: true });
      expect(other.hindret('avslutsuppgifter', { orsak })).toBeUndefined();
    },
  );

  test('for other reasons, also an insats’s own, needs nobody', () => {
    const own = inProcess();
    own.ta('avslut', { avslutsdatum: own.idag });
    for (const orsak of ['flytt', 'arbete_studier_arbetssokande', 'annan', 'egen_kod'])
      expect(own.hindret('avslutsuppgifter', { orsak })).toBeUndefined();
  });
});

describe('the follow-up', () => {
  test('of somebody who does not want contact stays owed, takes no attempts and can be coded when it opens', () => {
    const own = inProcess();
    own.ta('avslut', { avslutsdatum: own.idag });
    own.ta('avslutsuppgifter', { orsak: 'flytt', farKontaktas: false });
    expect(nextStep(own.lage)).toMatchObject({ typ: 'uppfoljning' });
    own.till(kalender.arbetsdagFrom(kalender.addDays(own.lage.avslutsdatum ?? '', 76)));
    expect(own.hindret('kontaktforsok', { datum: own.idag, naddes: false })?.kod).toBe('vill_inte_kontaktas');
    own.ta('uppfoljning', { resultat: 'vill_inte', datum: own.idag });
    expect(own.lage).toMatchObject({ fas: 'stangd', stangdSom: 'uppfoljd' });
  });

  test('an attempt lies between avslutsdatum and today, and there are three', () => {
    const own = new Prov(samba).iUppfoljning();
    const slut = own.lage.avslutsdatum ?? '';
    own.till(kalender.arbetsdagFrom(kalender.addDays(slut, 76)));
    const forsok = (datum: string) => ({ datum, naddes: false });
    expect(own.hindret('kontaktforsok', forsok(kalender.addDays(slut, -1)))?.kod).toBe('fore_avslutet');
    expect(own.hindret('uppfoljning', { resultat: 'ej_nadd', datum: own.idag })?.kod).toBe('fler_forsok');
    for (let nr = 1; nr <= 3; nr += 1) own.ta('kontaktforsok', forsok(own.idag));
    expect(own.hindret('kontaktforsok', forsok(own.idag))?.kod).toBe('alla_forsok');
    expect(own.hindret('uppfoljning', { resultat: 'ej_nadd', datum: own.idag })).toBeUndefined();
  });

  test('is due on the first working day from day 104', () => {
    const own = new Prov(samba).iUppfoljning();
    const { avslutsdatum = '', uppfoljning } = own.lage;
    expect(uppfoljning?.dag).toBe(kalender.addDays(avslutsdatum, 90));
    expect(uppfoljning?.senast).toBe(kalender.arbetsdagFrom(kalender.addDays(avslutsdatum, 104)));
  });

  test('a samtycke that ends before its last day is pointed out, one that ends on it is not', () => {
    const { lage } = new Prov(samba).avslutad();
    const senast = lage.uppfoljning?.senast ?? '';
    const samtyckenTill = { fk: kalender.addDays(senast, -1), af: senast };
    expect(kortaSamtycken({ ...lage, samtyckenTill })).toEqual([{ verksamhet: 'fk', till: samtyckenTill.fk }]);
  });
});
