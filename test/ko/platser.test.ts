import { randomUUID } from 'node:crypto';
import { fordelaPlatser } from '../../activities/fordela-platser.js';
import { readTurer } from '../../prisma/turer.js';
import { koordning } from '../../domain/ko.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { kopieraArende, type Kopia } from '../support/kopior.js';
import { formsOf } from '../support/html.js';
import { tillInskrivning } from '../support/till-inskrivning.js';
import { until } from '../support/until.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';

const PLATSER = 15;
const ARENDEN = 200;
const SAMTIDIGT = 20;

describe('200 cases that race for 15 places', () => {
  let inst: Installation;
  let web: TestWeb;
  let client: WebClient;
  let kopior: Kopia[];
  let dagar: string[];
  let csrf: string;

  beforeAll(async () => {
    inst = await startInstallation({
      insats: 'samba_lis',
      shape: (profile) => ({ ...profile, kapacitet: { ...profile.kapacitet, samtidigt: PLATSER } }),
    });
    const limits = { requestsPerMinute: 10_000, loginsPerMinute: 1000 };
    web = await startWeb({
      databaseUrl: inst.databaseUrl,
      klocka: inst.klocka,
      engine: inst.engine,
      config: { limits },
    });
    const id = await tillInskrivning(inst);
    const svarsdag = await inst.today();
    await inst.skip(26 * 3600);
    dagar = [svarsdag, await inst.today()];
    kopior = await kopieraArende(inst.prisma, id, ARENDEN);
    await until(
      'their workflows',
      async () => (await inst.prisma.motoruppdrag.count({ where: { slag: 'arende' } })) === 0,
      60_000,
    );
    client = web.client();
    await client.login('sammankallande');
    const [first] = kopior;
    const page = await client.get(`/arenden/${first?.nummer}/beslut/inskrivning`);
    const form = formsOf(page.html).find(({ hidden }) => hidden.some(([name]) => name === 'beslutId'));
    csrf = Object.fromEntries(form?.hidden ?? [])['_csrf'] ?? '';
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  /** Sends the form, and the very same again when the page says that it is not registered yet, as the page asks. */
  const enrol = async ({ nummer }: Kopia, index: number, overinskrivningSkal = '') => {
    const fields = Object.entries({
      _csrf: csrf,
      beslutId: randomUUID(),
      // the later cases were decided first: the order of the queue is not the order in which they came
      beslutsdatum: dagar[index < ARENDEN / 2 ? 1 : 0] ?? '',
      startdatum: dagar[1] ?? '',
      koordinator: inst.grund.person.koordinator,
      overinskrivningSkal,
    });
    let answer = '';
    await until(
      `an answer to the inskrivning of ${nummer}`,
      async () => {
        const { status, address } = await client.send(`/arenden/${nummer}/beslut/inskrivning`, fields, {
          follow: false,
        });
        answer = `${status} ${address}`;
        return status !== 503;
      },
      60_000,
    );
    return answer;
  };
  const turer = async () => inst.prisma.$transaction((tx) => readTurer(tx, inst.grund.insats.id));
  const inPhase = (fas: string) => inst.prisma.arende.count({ where: { fas, nummer: { startsWith: 'KOPIA' } } });

  it('leave 15 enrolled and 185 in the queue, in order and told', async () => {
    const answers: string[] = [];
    for (let from = 0; from < ARENDEN; from += SAMTIDIGT) {
      const batch = kopior.slice(from, from + SAMTIDIGT);
      answers.push(...(await Promise.all(batch.map((one, index) => enrol(one, from + index)))));
    }
    expect(new Set(answers.map((answer) => answer.slice(0, 3)))).toEqual(new Set(['303']));

    expect(await inst.prisma.deltagande.count()).toBe(PLATSER);
    expect(await inst.prisma.deltagande.count({ where: { overinskrivning: true } })).toBe(0);
    expect([await inPhase('kartlaggning'), await inPhase('ko')]).toEqual([PLATSER, ARENDEN - PLATSER]);

    const ko = (await turer()).toSorted(koordning);
    expect(ko).toHaveLength(ARENDEN - PLATSER);
    const keys = ko.map(({ beslutsdatum, koad }) => `${beslutsdatum} ${koad}`);
    expect(keys).toEqual(keys.toSorted());
    expect(new Set(ko.map(({ beslutsdatum }) => beslutsdatum)).size).toBe(2);

    const told = await inst.prisma.utskick.findMany({
      where: { slag: 'besked', mottagareId: inst.grund.person.remittent, arende: { fas: 'ko' } },
      select: { arendeId: true },
    });
    expect(told.map(({ arendeId }) => String(arendeId)).toSorted()).toEqual(
      ko.map(({ arendeId }) => arendeId).toSorted(),
    );
    expect(await inst.prisma.platserbjudande.count()).toBe(0);
    const last = await client.get('/');
    expect(last.html).toMatch(/Alla platser är upptagna\. Personen står i kö, plats \d+\./);
  });

  it('offer three new places once each to the three whose turn it is, however often the insats looks', async () => {
    const { insats } = inst.grund;
    const innehall = { ...insats.profil, kapacitet: { ...insats.profil.kapacitet, samtidigt: PLATSER + 3 } };
    await inst.prisma.insatsprofil.create({
      data: { insatsId: insats.id, version: 2, innehall: JSON.parse(JSON.stringify(innehall)) as object },
    });
    const first = (await turer()).toSorted(koordning).slice(0, 3);
    const nu = (await inst.klocka.now()).toISOString();
    await Promise.all([1, 2, 3, 4].map(() => fordelaPlatser(inst.prisma, { insatsId: insats.id, nu })));
    const offers = await inst.prisma.platserbjudande.findMany({ select: { arendeId: true } });
    expect(offers.map(({ arendeId }) => arendeId).toSorted()).toEqual(first.map(({ arendeId }) => arendeId).toSorted());
  });

  it('go beyond the places only with a reason, and then it is marked', async () => {
    const [sist] = (await turer()).toSorted(koordning).slice(-1);
    const kopia = kopior.find(({ id }) => id === sist?.arendeId);
    if (!kopia) throw new Error('Nobody waits');
    expect(await enrol(kopia, 0)).toMatch(/^422/);
    expect(await enrol(kopia, 0, 'Behöver stödet nu.')).toMatch(/^303/);
    expect(await inst.prisma.deltagande.findUnique({ where: { arendeId: kopia.id } })).toMatchObject({
      overinskrivning: true,
      overinskrivningSkal: 'Behöver stödet nu.',
    });
    expect((await turer()).map(({ arendeId }) => arendeId)).not.toContain(kopia.id);
  });
});
