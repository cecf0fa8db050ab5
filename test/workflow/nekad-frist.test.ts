import { nextWake } from '../../domain/lage.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';

interface Metadata {
  readonly currentDetails?: string;
}

describe('A deadline that cannot be written', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation();
  });
  afterAll(() => inst.stop());

  const details = async (id: string): Promise<string> =>
    (await inst.handle(id).query<Metadata>('__temporal_workflow_metadata')).currentDetails ?? '';
  const profile = (innehall: object) => inst.prisma.insatsprofil.updateMany({ data: { innehall } });
  const timersOf = async (id: string): Promise<number> => {
    const { events } = await inst.handle(id).fetchHistory();
    return (events ?? []).filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes).length;
  };
  const wakeOf = async (id: string): Promise<string> => nextWake(await inst.lage(id)) ?? '';

  /** A case whose first reminder has been refused, because the insats's profile cannot be read. */
  async function refused(): Promise<{ id: string; due: string }> {
    const id = await inst.send();
    const due = await wakeOf(id);
    await profile({ ...inst.grund.insats.profil, paminnelser: { granskning: [{ dagar: 'aldrig' }] } });
    await inst.skip(Math.ceil((Date.parse(due) - (await inst.klocka.now()).getTime()) / 1000));
    await until('the refusal in the details', async () => (await details(id)).includes('cannot be written'));
    return { id, due };
  }

  it('is shown to operators and tried again after an hour, not at once and for ever', async () => {
    const { id, due } = await refused();
    expect(await details(id)).toContain(due);
    const { version } = await inst.lage(id);
    // the deadline's own timer and the hour's
    expect(await timersOf(id)).toBe(2);
    await profile(inst.grund.insats.profil);
    await inst.skip(3600);
    await until('the reminder', async () => (await inst.lage(id)).version === version + 1);
    await until('the details', async () => (await details(id)) === `Mottagen · ${await wakeOf(id)}`);
  });

  it('is made up for as soon as a decision has moved the case', async () => {
    const { id, due } = await refused();
    await profile(inst.grund.insats.profil);
    const taken = await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    expect(taken).toMatchObject({ slag: 'fattat', beslut: { fas: 'konsultation' } });
    expect((await wakeOf(id)) > due).toBe(true);
    await until('the details', async () => (await details(id)) === `Konsultation · ${await wakeOf(id)}`);
  });
});
