// Makes a fresh clone ready to run: dependencies, database client, build. It runs before anything is installed, so it uses Node alone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function run(command, args, env, sentence) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error || status !== 0) fail(sentence);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Remissflöde behöver Node 20.19 eller nyare; det här är Node ${process.versions.node}.`);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** npm notes in node_modules what it installed. Packages for other machines are optional and rightly missing there. */
function isInstalled() {
  const wanted = readJson(at('package-lock.json'))?.packages;
  const installed = readJson(at('node_modules', '.package-lock.json'))?.packages;
  if (!wanted) fail('Filen package-lock.json saknas eller är trasig.');
  if (!installed) return false;
  const differs = ([path, { version, optional, peer }]) =>
    path !== '' && installed[path]?.version !== version && !((optional || peer) && !installed[path]);
  return !Object.entries(wanted).some(differs) && Object.keys(installed).every((path) => path in wanted);
}

function install() {
  if (isInstalled()) return;
  console.log('Installerar beroenden (en gång, några minuter) …');
  // not `npm ci`: it refuses a lock file that lacks an optional package for some other machine, and not every registry has them all;
  // the versions and checksums are those of the lock file in either case. The build needs the development tools, whatever NODE_ENV says.
  const args = [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  run('npm', args, {}, 'Beroendena kunde inte installeras; se npm:s meddelande ovan.');
}

function generateClient() {
  const version = readJson(at('node_modules', 'prisma', 'package.json'))?.version;
  const hash = createHash('sha256')
    .update(readFileSync(at('prisma', 'schema.prisma')))
    .update(String(version))
    .digest('hex');
  const mark = at('dist', '.schema-sha256');
  const made = existsSync(at('prisma', 'generated', 'client.ts')) && existsSync(mark);
  if (made && readFileSync(mark, 'utf8') === hash) return;
  console.log('Skapar databasklienten …');
  // generating needs no schema engine, yet prisma downloads one unless some executable is named as such
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const args = [at('node_modules', 'prisma', 'build', 'index.js'), 'generate', '--no-hints'];
  run(process.execPath, args, env, 'Databasklienten kunde inte skapas; se meddelandet ovan.');
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(mark, hash);
}

function build() {
  // the compiler's notes would make it leave out files that somebody removed
  if (!existsSync(at('dist', 'bin', 'start.js'))) rmSync(at('dist', '.tsbuildinfo'), { force: true });
  const compiler = at('node_modules', 'typescript', 'bin', 'tsc');
  run(
    process.execPath,
    [compiler, '-p', 'tsconfig.build.json'],
    {},
    'Bygget misslyckades; se kompilatorns meddelanden ovan.',
  );
}

function bundleWorkflows() {
  const program = at('dist', 'bin', 'bundle.js');
  if (existsSync(program))
    run(process.execPath, [program], {}, 'Arbetsflödena kunde inte packas; se meddelandet ovan.');
}

requireNode();
install();
generateClient();
build();
bundleWorkflows();
