import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Worker, type ReplayWorkerOptions } from '@temporalio/worker';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { createDataConverter, failureConverterPath } from '../../api/engine/data-converter.js';
import { workflowBundlePath } from '../../api/engine/workflow-bundle.js';
import { projectRoot } from '../../prisma/project-root.js';
import { quietRuntime, testKeys } from '../support/temporal-keys.js';
import { historiesFolder } from './record.js';

quietRuntime();

/**
 * Every kind of case, the insats before and after it has continued as new (slag.test.ts, the longest, the ordinary), and
 * mails that waited for their hour (test/utskick/natten.test.ts).
 */
const SLAG = [
  'annan-insats-av-teamet',
  'annan-insats-vid-granskningen',
  'ateroppnad',
  'avidentifierad-identifierad',
  'bordlagd',
  'felregistrerad',
  'forgrupp-efter',
  'forgrupp-fore',
  'forlangning',
  'hard-insatstid-och-undantag',
  'insats',
  'insats-efter-mote',
  'inskrivning-till-uppfoljning',
  'inte-nadd-efter-90-dagar',
  'ko-missad-och-tagen',
  'komplettering',
  'koordinatorsbyte',
  'langsta',
  'medel',
  'overinskrivning',
  'paus-och-tidigt-slut',
  'rad-och-stangd',
  'sammanstallning',
  'samtycke-aterkallat',
  'samtycke-gar-ut',
  'skyndsam',
  'styrgrupp-och-ater',
  'teamlyft-och-flerpartsmote',
  'utan-kartlaggning',
  'utskick-som-vantat',
];

const files = (await readdir(historiesFolder)).filter((file) => file.endsWith('.json'));
const replay = async (file: string, workflowBundle: ReplayWorkerOptions['workflowBundle']): Promise<void> => {
  const history = historyFromJSON(JSON.parse(await readFile(join(historiesFolder, file), 'utf8')));
  await Worker.runReplayHistory({ workflowBundle, dataConverter: createDataConverter(testKeys) }, history);
};

describe('Cases that run since an earlier release', () => {
  it('are recorded for every way through the process', () => {
    expect(files.map((file) => file.replace(/-\d+\.\d.*$/, ''))).toEqual(expect.arrayContaining(SLAG));
  });

  it.each(files)('%s goes on with the workflow code of today', async (file) => {
    await expect(replay(file, { codePath: workflowBundlePath })).resolves.toBeUndefined();
  });

  it('are protected: a changed order of steps is found out', async () => {
    const changed = await bundleWorkflowCode({
      workflowsPath: join(projectRoot, 'test', 'replay', 'changed', 'index.ts'),
      failureConverterPath,
      logger: new DefaultLogger('ERROR'),
    });
    for (const file of files) await expect(replay(file, changed)).rejects.toThrow(/[Nn]ondeterminism/);
  });
});
