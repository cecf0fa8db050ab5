import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { startInstallation, type Installation } from '../support/installation.js';

/*
 * What the work waits for, on real timers. One case, one clock that only moves forward: the tests stand in the order of
 * their dates.
 */
describe('The work of a case', () => {
  let inst: Installation;
  let id: string;

  beforeAll(async () => {
    inst = await startInstallation();
    id = await inst.send();
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    await inst.moveTo((await inst.lage(id)).mote?.borjar ?? '');
    const narvarande = Object.values(inst.grund.verksamhet);
    const motiverad = { motivering: 'Ja.', atgarder: [] };
    await inst.decide(id, 'rekommendation', 'sammankallande', { utfall: 'inskrivning', narvarande }, motiverad);
    const datum = await inst.today();
    await inst.decide(id, 'personens_svar', 'remittent', { svar: 'ja', datum }, { till: 'T', satt: 'telefon' });
    const koordinator = inst.grund.person.koordinator;
    const inskrivning = { beslutsdatum: datum, startdatum: datum, koordinator, overinskrivning: false };
    await inst.decide(id, 'inskrivning', 'sammankallande', inskrivning, {});
  });
  afterAll(() => inst.stop());

  const oppna = async (): Promise<string[]> => {
    const rows = await inst.prisma.uppgift.findMany({
      where: { arendeId: id, avslutad: null },
      orderBy: { oppnad: 'asc' },
    });
    return rows.map(({ typ, ref }) => (ref === null ? typ : `${typ} ${ref}`)).toSorted();
  };
  const morgonEfter = (dag: string) => kalender.instantAt(kalender.arbetsdagFrom(dag), '08:00');

  it('asks for plan and first rating when the time of kartläggning is over, though none was made', async () => {
    const { startdatum = '' } = await inst.lage(id);
    await inst.moveTo(morgonEfter(kalender.addDays(startdatum, 56)));
    expect(await oppna()).toEqual(['genomforandeplan', 'kartlaggning', 'skattning']);
    const row = await inst.prisma.uppgift.findFirstOrThrow({ where: { arendeId: id, typ: 'skattning' } });
    expect(row.forfaller.toISOString().slice(0, 10)).toBe(kalender.arbetsdagFrom(kalender.addDays(startdatum, 84)));
  });

  it('goes on without kartläggning; the activity and the application ask by themselves, each for its own', async () => {
    const datum = await inst.today();
    const utan = { datum, spar: 'ratt_ersattning', till: 'bada' } as const;
    await inst.decide(id, 'utan_kartlaggning', 'sammankallande', utan, { skal: 'Allt är känt.' });
    const row = await inst.prisma.arende.findUniqueOrThrow({ where: { id }, include: { kartlaggning: true } });
    expect(row).toMatchObject({ fas: 'bada', spar: 'ratt_ersattning', kartlaggning: { utan: true } });

    const till = kalender.addDays(datum, 20);
    const prov = { slag: 'arbetsprovning', fran: datum, till } as const;
    await inst.decide(id, 'aktivitet', 'koordinator', prov, { plats: 'Testverkstaden', omfattning: 25 });
    const ansokan = { slag: 'sjukersattning', skickad: datum } as const;
    await inst.decide(id, 'ersattningsansokan', 'koordinator', ansokan, {});
    await inst.decide(id, 'skattning', 'koordinator', { datum, steg: 2 }, {});
    const { aktiviteter, ersattningar } = await inst.lage(id);
    await inst.moveTo(morgonEfter(kalender.addDays(till, 1)));
    expect(await oppna()).toEqual([`aktivitetsslut ${aktiviteter?.[0]?.id}`, 'genomforandeplan', 'planuppfoljning']);

    const slut = { aktivitet: aktiviteter?.[0]?.id ?? '', datum: till };
    await inst.decide(id, 'aktivitetsslut', 'koordinator', slut, { resultat: 'Klarade 25 procent.' });
    await inst.moveTo(morgonEfter(kalender.addDays(datum, 60)));
    const asked = `ersattningsbeslut ${ersattningar?.[0]?.id}`;
    expect(await oppna()).toEqual([asked, 'genomforandeplan', 'planuppfoljning']);

    const besked = { ansokan: ersattningar?.[0]?.id ?? '', datum: await inst.today(), utfall: 'beviljad' } as const;
    await inst.decide(id, 'ersattningsbeslut', 'koordinator', besked, { text: 'Tre fjärdedelar.' });
    expect(await oppna()).not.toContain(asked);
    expect(await inst.prisma.aktivitet.findFirst({ where: { arendeId: id } })).toMatchObject({
      plats: 'Testverkstaden',
      omfattning: 25,
      resultat: 'Klarade 25 procent.',
    });
    expect(await inst.prisma.ersattningsansokan.findFirst({ where: { arendeId: id } })).toMatchObject({
      utfall: 'beviljad',
      beskedText: 'Tre fjärdedelar.',
    });
  });

  it('ended, nothing of it is asked for any more', async () => {
    const datum = await inst.today();
    const prov = { slag: 'praktik', fran: datum, till: kalender.addDays(datum, 3) } as const;
    await inst.decide(id, 'aktivitet', 'koordinator', prov, { plats: 'Testbutiken', omfattning: 50 });
    await inst.decide(id, 'avslut', 'koordinator', { avslutsdatum: datum }, { analys: 'Klart.' });
    await inst.moveTo(morgonEfter(kalender.addDays(datum, 10)));
    expect(await oppna()).toEqual(['avslutsuppgifter']);
  });
});
