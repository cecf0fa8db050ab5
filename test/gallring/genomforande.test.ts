import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError } from '@temporalio/client';
import { beslutaGallring } from '../../api/records/gallring/avgor.js';
import { foreslaGallring } from '../../api/records/gallring/foresla.js';
import { gallringWorkflowId, remissWorkflowId, utskickWorkflowId } from '../../workflows/messages.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';
import { dumpDatabase, findIn } from './dump.js';

const TEXTER = {
  problembild: 'Orkar inte gå ut sedan brodern försvann.',
  fraga: 'Vem kan följa henne till vårdcentralen?',
  skal: 'Bor inte längre på Storgatan.',
  igen: 'Flyttade tillbaka till sin mor.',
  slut: 'Vill klara sig själv nu.',
};
const WAIT_MS = 60_000;

let inst: Installation;
afterEach(() => inst?.stop(), 60_000);

const isEnded = async (id: string) => (await inst.handle(id).describe()).status.name === 'COMPLETED';

/** A case that was closed, opened again and closed, long ago: its workflow has run twice. */
async function closedLongAgo(): Promise<string> {
  const id = await inst.send({ problembild: TEXTER.problembild, fraga: TEXTER.fraga });
  const close = (skal: string) => inst.decide(id, 'granskning', 'sammankallande', { utfall: 'inte_aktuell' }, { skal });
  await close(TEXTER.skal);
  await until('the end of the case', () => isEnded(id), WAIT_MS);
  const again = await inst.decide(id, 'ateroppning', 'sammankallande', {}, { skal: TEXTER.igen });
  expect(again).toMatchObject({ slag: 'fattat' });
  await close(TEXTER.slut);
  await until('the end of the case', () => isEnded(id), WAIT_MS);
  const stangd = new Date((await inst.klocka.now()).getTime() - 6 * 366 * 86_400_000);
  await inst.prisma.arende.update({ where: { id }, data: { stangd } });
  return id;
}

/** Two people decide; the pump and the workflow do the rest. */
async function decideGallring(arendeId: string): Promise<string> {
  const id = randomUUID();
  const { koordinator: forsta, kansli: andra } = inst.grund.person;
  const nar = await inst.klocka.now();
  const valda = [{ arendeId, slag: 'arende' as const }];
  expect(await foreslaGallring(inst.prisma, { id, av: forsta, nar, valda })).toBeUndefined();
  expect(await beslutaGallring(inst.prisma, { id, av: andra, nar })).toBeUndefined();
  return id;
}

const isDone = async (id: string) => (await inst.prisma.gallring.findUniqueOrThrow({ where: { id } })).klar !== null;

const runsOf = async (workflowId: string): Promise<number> => {
  let runs = 0;
  for await (const one of inst.client.workflow.list({ query: `WorkflowId = '${workflowId}'` }))
    runs += one.runId ? 1 : 0;
  return runs;
};

it('removes every trace of a person from the database and every run of her case from the engine, and goes on over a restart', async () => {
  inst = await startInstallation({ realTime: true });
  const arendeId = await closedLongAgo();
  const words = ['Prov Personsson', '198001012387', '0701740605', ...Object.values(TEXTER)];
  const before = findIn(await dumpDatabase(inst.databaseUrl), words);
  for (const word of words) expect(before.join()).toContain(word);
  const mejl = await inst.prisma.utskick.findMany({ where: { arendeId }, select: { id: true } });
  expect(mejl.length).toBeGreaterThan(0);
  const floden = [remissWorkflowId(arendeId), ...mejl.map((one) => utskickWorkflowId(one.id))];
  await until('both runs in the list', async () => (await runsOf(remissWorkflowId(arendeId))) === 2, WAIT_MS);

  const id = await decideGallring(arendeId);
  await inst.restartWorkers();
  await until('the protocol', () => isDone(id), WAIT_MS);

  expect(findIn(await dumpDatabase(inst.databaseUrl), words)).toEqual([]);
  expect(await inst.prisma.gallringspost.findFirst()).toMatchObject({ status: 'gallrad', floden: [], oppen: null });
  for (const workflowId of floden) {
    await expect(inst.client.workflow.getHandle(workflowId).describe()).rejects.toBeInstanceOf(WorkflowNotFoundError);
    expect(await runsOf(workflowId)).toBe(0);
  }
  const { status } = await inst.client.workflow.getHandle(gallringWorkflowId(id)).describe();
  expect(status.name).toBe('COMPLETED');
  const spar = await inst.prisma.logg.findMany({ where: { handling: { in: ['gallrad', 'gallring_klar'] } } });
  expect(spar.map(({ handling }) => handling)).toEqual(['gallrad', 'gallring_klar']);
});

it('is done on a server that forgets nothing before it stops: the one whose clock is moved', async () => {
  inst = await startInstallation();
  const id = await decideGallring(await closedLongAgo());
  await until('the protocol', () => isDone(id), WAIT_MS);
  expect(findIn(await dumpDatabase(inst.databaseUrl), ['Prov Personsson', ...Object.values(TEXTER)])).toEqual([]);
});
