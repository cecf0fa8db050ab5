import { decide } from '../../domain/beslut/index.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { nextWake, type Lage } from '../../domain/lage.js';
import { arendeColumns } from '../../prisma/skriv-forandring.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';

/** What a worker leaves behind that dies between its transaction and its answer to the engine. */
async function decideInTheRowAlone(inst: Installation, id: string): Promise<Lage> {
  const lage = await inst.lage(id);
  const nu = (await inst.klocka.now()).toISOString();
  const { koordinator } = inst.grund.person;
  const forandring = decide(
    lage,
    { id: 'b', typ: 'granskning', av: koordinator, dag: await inst.today(), data: { utfall: 'accepterad' } },
    { nu, profil: inst.grund.insats.profil, kalender: svenskKalender },
  );
  await inst.prisma.arende.update({ where: { id }, data: arendeColumns(forandring.lage) });
  return forandring.lage;
}

const known = (inst: Installation, id: string) => inst.handle(id).query<Lage>('lage');

describe('A running case and its row', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation();
  });
  afterAll(() => inst.stop());

  const tell = (refId: string) => inst.prisma.motoruppdrag.create({ data: { slag: 'avstamning', refId } });
  const told = () =>
    until('the word', async () => (await inst.prisma.motoruppdrag.count({ where: { slag: 'avstamning' } })) === 0);

  it("a case takes over its row when it is told to look, and waits for the row's deadlines", async () => {
    const id = await inst.send();
    const after = await decideInTheRowAlone(inst, id);
    expect(await known(inst, id)).toMatchObject({ fas: 'mottagen' });
    await tell(id);
    await until('the case', async () => (await known(inst, id)).version === after.version);
    const metadata = await inst.handle(id).query<{ currentDetails?: string }>('__temporal_workflow_metadata');
    expect(metadata.currentDetails).toBe(`Konsultation · ${nextWake(after)}`);
  });

  it('a word about nothing leaves the case as it is', async () => {
    const id = await inst.send();
    const before = await inst.lage(id);
    await Promise.all([tell(id), tell(id), tell(id)]);
    await told();
    await until('the look', async () => {
      const { events } = await inst.handle(id).fetchHistory();
      return (events ?? []).some(({ markerRecordedEventAttributes }) => markerRecordedEventAttributes);
    });
    expect(await inst.lage(id)).toEqual(before);
    expect(await known(inst, id)).toEqual(before);
  });

  it('a closed case is reopened, goes on with its deadlines, and closes again', async () => {
    const id = await inst.send();
    const closed = await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'inte_aktuell' }, { skal: 'Fel.' });
    expect(closed).toMatchObject({ slag: 'fattat', beslut: { fas: 'stangd' } });
    const ended = async () => (await inst.handle(id).describe()).status.name === 'COMPLETED';
    await until('its end', ended);

    // not a decision for a closed case: nothing runs, nothing is taken
    expect(await inst.decide(id, 'atertagande', 'remittent', {}, {})).toEqual({ slag: 'inte_registrerat' });
    const again = await inst.decide(id, 'ateroppning', 'sammankallande', {}, { skal: 'Stängdes av misstag.' });
    expect(again).toMatchObject({ slag: 'fattat', beslut: { fas: 'mottagen' } });
    const wake = nextWake(await inst.lage(id)) ?? '';
    await inst.moveTo(wake);
    expect(await inst.prisma.utskick.count({ where: { arendeId: id, slag: 'paminnelse' } })).toBeGreaterThan(0);

    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'inte_aktuell' }, { skal: 'Ändå.' });
    await until('its end', ended);
    expect((await inst.lage(id)).fas).toBe('stangd');
  });
});

describe('A worker that starts', () => {
  it('tells every case that changed lately to look at its row', async () => {
    const inst = await startInstallation({ realTime: true });
    try {
      const id = await inst.send();
      const after = await decideInTheRowAlone(inst, id);
      await inst.restartWorkers();
      await until('the case', async () => (await known(inst, id)).version === after.version);
      expect(await known(inst, id)).toEqual(after);
    } finally {
      await inst.stop();
    }
  });
});
