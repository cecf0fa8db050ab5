// A stand-in with a life of its own: ready at once, gone with its parent. It leaves its pid where the test finds it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { announceReady, linkToParent } from '../../../dist/bin/child.js';

if (process.env.TEST_WORKER_FAILS) throw new Error('the worker is broken');
writeFileSync(join(process.env.TEST_FOLDER, 'worker.pid'), String(process.pid));
setInterval(() => undefined, 60_000);
linkToParent(() => (process.env.TEST_WORKER_DEAF ? new Promise(() => undefined) : Promise.resolve()));
announceReady();
