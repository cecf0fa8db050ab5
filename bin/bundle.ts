import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { failureConverterPath } from '../api/engine/data-converter.js';
import { workflowBundlePath } from '../api/engine/workflow-bundle.js';
import { projectRoot } from '../prisma/project-root.js';

/** Build step: puts all workflow code into the one file that workers run. */
const { code } = await bundleWorkflowCode({
  workflowsPath: join(projectRoot, 'dist', 'workflows', 'index.js'),
  failureConverterPath,
  logger: new DefaultLogger('WARN'),
});
await writeFile(workflowBundlePath, code);
