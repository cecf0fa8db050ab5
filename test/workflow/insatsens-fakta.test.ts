import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { kopieraArende } from '../support/kopior.js';
import { tillInskrivning } from '../support/till-inskrivning.js';
import { until } from '../support/until.js';

/** What is the insats's and not the case's: a new profile holds for it at once, whatever version a case follows. */
describe('Places and meetings of an insats whose profile is changed', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation({
      insats: 'samba_lis',
      shape: (profile) => ({ ...profile, kapacitet: { ...profile.kapacitet, samtidigt: 1 } }),
    });
  });
  afterAll(() => inst.stop());

  const publish = (version: number, profil: Insatsprofil) =>
    inst.prisma.insatsprofil.create({
      data: {
        insatsId: inst.grund.insats.id,
        version,
        innehall: JSON.parse(JSON.stringify(profil)) as object,
      },
    });
  const tell = () => inst.prisma.motoruppdrag.create({ data: { slag: 'insats', refId: inst.grund.insats.id } });

  it('are offered to the whole queue when there is no limit any longer, and the look at the queue ends with it', async () => {
    const inne = await tillInskrivning(inst);
    const kopior = await kopieraArende(inst.prisma, inne, 2);
    await until(
      'their workflows',
      async () => (await inst.prisma.motoruppdrag.count({ where: { slag: 'arende' } })) === 0,
    );
    const idag = await inst.today();
    const given = {
      beslutsdatum: idag,
      startdatum: idag,
      koordinator: inst.grund.person.koordinator,
      overinskrivning: false,
    };
    for (const id of [inne, ...kopior.map((one) => one.id)])
      expect(await inst.decide(id, 'inskrivning', 'sammankallande', given, {})).toMatchObject({ slag: 'fattat' });
    const koade = kopior.map(({ id }) => id);
    for (const id of koade) expect((await inst.lage(id)).fas).toBe('ko');
    const look = async () => (await inst.insatslage()).frister.some(({ typ }) => typ === 'koversyn');
    await until('the look at the queue to be planned', look);

    const { kapacitet, ...profil } = inst.grund.insats.profil;
    const { samtidigt: _, ...utanGrans } = kapacitet;
    await publish(2, { ...profil, kapacitet: utanGrans });
    await tell();
    for (const id of koade) await until('the offer', async () => (await inst.lage(id)).erbjudande !== undefined);
    for (const id of koade)
      expect(
        await inst.decide(id, 'ej_aktuell', 'koordinator', { orsak: 'flytt' }, { skal: 'Flyttar till Umeå.' }),
      ).toMatchObject({ slag: 'fattat' });
    await until('the look to be dropped', async () => !(await look()));
  });

  it('are met on the days that the team meets today, also by a case that follows an older version', async () => {
    const id = await inst.send();
    const { profil } = inst.grund.insats;
    const [team] = profil.team;
    const flyttat = { ...team, moten: { ...team.moten, forsta: kalender.addDays(team.moten.forsta, 1) } };
    await publish(3, { ...profil, team: [flyttat] });
    const planned = async () => (await inst.insatslage()).moten[team.kod]?.map(({ borjar }) => borjar) ?? [];
    const before = await planned();
    await tell();
    await until('the new calendar', async () => (await planned()).join() !== before.join());
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    const { mote, profilversion } = await inst.lage(id);
    expect(profilversion).toBe(2);
    expect(await planned()).toContain(mote?.borjar);
  });
});
