import type { temporal } from '@temporalio/proto';
import { decide } from '../../domain/beslut/index.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import type { Frist, Lage } from '../../domain/lage.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { arendeColumns } from '../../prisma/skriv-forandring.js';
import { remissWorkflowId, TASK_QUEUE_REMISS } from '../../workflows/messages.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';

/*
 * Every expected instant and number of seconds below is counted by hand from a calendar, not computed by the rules.
 * The tests share one clock that only moves forward, so they stand in the order of their dates.
 */
describe('Deadlines of running cases', () => {
  let inst: Installation;
  let web: TestWeb;
  let browser: WebClient;
  beforeAll(async () => {
    inst = await startInstallation();
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka });
    browser = web.client();
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  const timers = async (workflowId: string): Promise<number[]> => {
    const { events } = await inst.client.workflow.getHandle(workflowId).fetchHistory();
    return (events ?? []).flatMap(({ timerStartedEventAttributes }: temporal.api.history.v1.IHistoryEvent) =>
      timerStartedEventAttributes ? [Number(timerStartedEventAttributes.startToFireTimeout?.seconds ?? 0)] : [],
    );
  };
  /** The seconds of the first timer that a case has armed; the case has then done its part and is ended. */
  const firstTimer = async (workflowId: string): Promise<number> => {
    await until('its first timer', async () => (await timers(workflowId)).length > 0);
    const [first] = await timers(workflowId);
    await inst.client.workflow.getHandle(workflowId).terminate();
    return first ?? 0;
  };
  /** Seconds from the instant at which the case started, to the whole second below. */
  const near = (seconds: number, expected: number) => {
    expect(seconds).toBeLessThanOrEqual(expected);
    expect(seconds).toBeGreaterThan(expected - 60);
  };
  /** The dates that the case's page shows; the case's row then waits for nothing more. */
  const datesOn = async (id: string): Promise<string[]> => {
    await browser.login('sammankallande');
    const { nummer } = await inst.lage(id);
    const pages = [await browser.get(`/arenden/${nummer}`), await browser.get(`/arenden/${nummer}/tidslinje`)];
    await inst.prisma.arende.update({ where: { id }, data: { stangd: new Date() } });
    return pages.flatMap(({ html }) => [...html.matchAll(/<time[^>]*>([^<]*)<\/time>/g)].map(([, text]) => text ?? ''));
  };

  it('a case that arrives at 23:59 belongs to the day that ends; its three working days pass Easter and the clocks going forward', async () => {
    await inst.moveTo('2027-03-25T22:59:00.000Z');
    const id = await inst.send();
    // Thursday 25 March; långfredag 26, annandag påsk 29; working days 30, 31 and Thursday 1 April, 08:00 summer time
    near(await firstTimer(remissWorkflowId(id)), 6 * 86_400 + 7 * 3600 + 60);
    expect(await datesOn(id)).toContain('tors 1 apr 2027');
  });

  it('fourteen days that end on midsommarafton end on the Monday after, and are told of three working days before', async () => {
    await inst.moveTo('2027-06-11T10:00:00.000Z');
    const id = await startedFrom(
      (lage, om) =>
        decide(lage, { id: 'b', typ: 'avslut', av: 'p', dag: '2027-06-11', data: { avslutsdatum: '2027-06-11' } }, om)
          .lage,
    );
    // 25 June 2027 is midsommarafton; before Monday 28 are Thursday 24, 23 and Tuesday 22 June, 08:00 summer time is 06:00 UTC
    near(await firstTimer(remissWorkflowId(id)), 10 * 86_400 + 20 * 3600);
    expect(await datesOn(id)).toContain('mån 28 juni 2027');
  });

  it('six months from 31 August end on the last day of February', async () => {
    await inst.moveTo('2027-08-31T10:00:00.000Z');
    const { insatstid } = await readProfil('samba_lis');
    const id = await startedFrom((lage, om) =>
      waitingOnlyFor(
        (frist) => 'uppgift' in frist && frist.uppgift === 'insatstidsoversyn',
        enrolled(lage, '2027-08-31', { ...om, profil: { ...om.profil, insatstid } }),
      ),
    );
    // the review is due on Tuesday 29 February 2028; it opens 30 days before, on Sunday 30 January, moved to Monday 31
    near(await firstTimer(remissWorkflowId(id)), secondsBetween('2027-08-31T10:00:00Z', '2028-01-31T07:00:00Z'));
    expect(await datesOn(id)).toContain('tis 29 feb 2028');
  });

  it('three working days across the night when the clocks go back are an hour longer', async () => {
    await inst.moveTo('2027-10-28T10:00:00.000Z');
    const id = await inst.send();
    // Thursday 28 October; 29, 1 and 2 November, 08:00 winter time is 07:00 UTC
    near(await firstTimer(remissWorkflowId(id)), 5 * 86_400 - 3 * 3600);
    expect(await datesOn(id)).toContain('tis 2 nov 2027');
  });

  it('twelve months from 29 February end on 28 February, and the case is over its time at midnight after', async () => {
    await inst.moveTo('2028-02-29T10:00:00.000Z');
    const id = await startedFrom((lage, om) =>
      waitingOnlyFor(({ typ }) => typ === 'insatstid_slut', enrolled(lage, '2028-02-29', om)),
    );
    // 1 March 2029 00:00 winter time is 28 February 23:00 UTC
    near(await firstTimer(remissWorkflowId(id)), secondsBetween('2028-02-29T10:00:00Z', '2029-02-28T23:00:00Z'));
    expect(await datesOn(id)).toContain('ons 28 feb 2029');
  });

  type Om = Parameters<typeof decide>[2];
  const enrolled = (lage: Lage, startdatum: string, om: Om): Lage =>
    decide(
      { ...lage, fas: 'inskrivning', svar: 'ja' },
      {
        id: 'b',
        typ: 'inskrivning',
        av: 'p',
        dag: startdatum,
        data: {
          beslutsdatum: startdatum,
          startdatum,
          koordinator: inst.grund.person.koordinator,
          overinskrivning: false,
        },
      },
      om,
    ).lage;
  const waitingOnlyFor = (kept: (frist: Frist) => boolean, lage: Lage): Lage => ({
    ...lage,
    uppgifter: [],
    frister: lage.frister.filter(kept),
  });
  const secondsBetween = (from: string, till: string): number => (Date.parse(till) - Date.parse(from)) / 1000;

  /** Sends a remiss and lets its case start anew from a later state, as an import or a rebuild does. */
  async function startedFrom(state: (lage: Lage, om: Om) => Lage): Promise<string> {
    const id = await inst.send();
    // ended only after its first task: the time-skipping server does not move on past a task that lost its case
    await firstTimer(remissWorkflowId(id));
    const om = {
      nu: (await inst.klocka.now()).toISOString(),
      profil: inst.grund.insats.profil,
      kalender: svenskKalender,
    };
    const lage = state({ ...(await inst.lage(id)), fas: 'process', uppgifter: [] }, om);
    await inst.prisma.arende.update({ where: { id }, data: arendeColumns(lage) });
    await inst.client.workflow.start('remiss', {
      workflowId: remissWorkflowId(id),
      taskQueue: TASK_QUEUE_REMISS,
      args: [{ lage }],
    });
    return id;
  }
});
