import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../prisma/project-root.js';

/** Makes a folder with what the image of a production has, by the steps of bin/Dockerfile. The caller removes it. */
export function makeProductionFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'remissflode-produktion-'));
  const whole = join(folder, 'hela');
  execFileSync('mkdir', [whole]);
  const packages = ['package.json', 'package-lock.json', 'node_modules'].map((name) => join(projectRoot, name));
  // links cost nothing, but only within one disk
  if (spawnSync('cp', ['-al', ...packages, whole]).status !== 0) execFileSync('cp', ['-a', ...packages, whole]);
  const dockerfile = readFileSync(join(projectRoot, 'bin', 'Dockerfile'), 'utf8');
  const [, prune = ''] = /RUN npm (prune [^&]+) && node bin\/production-files\.mjs /.exec(dockerfile) ?? [];
  execFileSync('npm', [...prune.split(' '), '--offline'], { cwd: whole, stdio: 'pipe' });
  const production = join(folder, 'app');
  execFileSync('node', [join(projectRoot, 'bin', 'production-files.mjs'), production]);
  renameSync(join(whole, 'node_modules'), join(production, 'node_modules'));
  return production;
}
