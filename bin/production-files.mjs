// node bin/production-files.mjs <folder>: copies there what a production runs, after a build. Left out is what only a demo, the
// development and the tests use: with it somebody could log in as anybody.
import { cpSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const KEPT = ['package.json', 'package-lock.json', 'LICENSE', 'api/public', 'prisma/migrations', 'dist'];

const LEFT_OUT = [
  /\.map$/,
  /^dist\/\.\w/,
  /^dist\/bench$/,
  /^dist\/bin\/(?:docs|embedded)$/,
  /^dist\/bin\/(?:audit|bundle|demo|new-migration|process-picture|start)\b/,
  /^dist\/prisma\/(?:seed$|new-migration\b)/,
  /^dist\/api\/login\/dev-/,
  /^dist\/api\/pages\/(?:valj-person\b|tidmaskin$)/,
  /^dist\/api\/(?:tidmaskin$|\w+\/tidmaskin\b|components\/demorad\b)/,
];

const isKept = (file) => !LEFT_OUT.some((pattern) => pattern.test(relative(root, file)));

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Usage: node bin/production-files.mjs <folder>');
for (const name of KEPT) cpSync(join(root, name), join(folder, name), { recursive: true, filter: isKept });
