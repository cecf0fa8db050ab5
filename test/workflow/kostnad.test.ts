import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';

/** The server's own counters of one case. */
interface Counters {
  events: number;
  transitions: number;
}

describe('What a decision costs the engine', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation({ realTime: true });
  });
  afterAll(() => inst.stop());

  const counters = async (id: string): Promise<Counters> => {
    const { historyLength, raw } = await inst.handle(id).describe();
    return {
      events: historyLength,
      transitions: Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0),
    };
  };

  it('is at most eight events of history and one state transition', async () => {
    const id = await inst.send();
    // the case's own first task ends by arming its first timer
    await until('its first timer', async () => (await counters(id)).events >= 5);
    const { verksamhet } = inst.grund;
    const decisions = [
      () => inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {}),
      () => inst.decide(id, 'yttrande', 'rep_fk', { verksamhet: verksamhet.fk }, { text: 'Vårt yttrande.' }),
      () => inst.decide(id, 'yttrande', 'rep_af', { verksamhet: verksamhet.af }, { text: 'Vårt yttrande.' }),
    ];
    for (const decide of decisions) {
      const before = await counters(id);
      expect(await decide()).toMatchObject({ slag: 'fattat' });
      const after = await counters(id);
      expect(after.events - before.events).toBeLessThanOrEqual(8);
      expect(after.transitions - before.transitions).toBe(1);
    }
  });

  it('is nothing at all when a rule refuses it', async () => {
    const id = await inst.send();
    await until('its first timer', async () => (await counters(id)).events >= 5);
    const before = await counters(id);
    const refused = await inst.decide(
      id,
      'kartlaggning',
      'koordinator',
      { klar: '2026-01-01', spar: 'snabbspar' },
      {
        instrument: 'Tuba',
        utfordAv: 'Test',
        certifierad: false,
        sammanfattning: 'För tidigt.',
      },
    );
    expect(refused).toMatchObject({ slag: 'hindrat', hinder: { kod: 'fel_fas' } });
    expect((await counters(id)).events).toBe(before.events);
  });

  it('carries nothing readable to the engine: arguments, answers and failures are encrypted', async () => {
    const id = await inst.send();
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    const history = await inst.handle(id).fetchHistory();
    const bytes = JSON.stringify(history);
    for (const word of ['accepterad', 'konsultation', 'uppgifter', inst.grund.person.sammankallande])
      expect(bytes.includes(Buffer.from(word).toString('base64').slice(0, -4))).toBe(false);
    expect(bytes).toContain(Buffer.from('binary/aes-256-gcm').toString('base64'));
  });
});
