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

const files = (await readdir(historiesFolder)).filter((file) => file.endsWith('.json'));
const replay = async (file: string, workflowBundle: ReplayWorkerOptions['workflowBundle']): Promise<void> => {
  const history = historyFromJSON(JSON.parse(await readFile(join(historiesFolder, file), 'utf8')));
  await Worker.runReplayHistory({ workflowBundle, dataConverter: createDataConverter(testKeys) }, history);
};

describe('Cases that run since an earlier release', () => {
  it('are recorded for every way through the process', () => {
    expect(files.map((file) => file.replace(/-\d.*$/, '')).toSorted()).toEqual([
      'inskrivning-till-uppfoljning',
      'rad-och-stangd',
    ]);
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
