import { join } from 'node:path';

import { projectRoot } from '../prisma/project-root.js';
import { runStart } from './embedded/run-start.js';

const child = (name: string) => join(projectRoot, 'dist', 'bin', `${name}.js`);

await runStart({ demo: child('demo'), worker: child('worker'), web: child('web') });
