import { fileURLToPath } from 'node:url';

import { runStart } from '../../../dist/bin/embedded/run-start.js';

const child = (name) => fileURLToPath(new URL(`${name}.mjs`, import.meta.url));

await runStart({ demo: child('demo'), worker: child('worker'), web: child('web') });
