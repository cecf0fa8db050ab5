import { join } from 'node:path';
import { projectRoot } from '../../prisma/project-root.js';

/** The bundle of all workflow code, made once by the build and run by every worker, test and replay. */
export const workflowBundlePath = join(projectRoot, 'dist', 'workflow-bundle.js');
