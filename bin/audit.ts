import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../prisma/project-root.js';
import { judgeAudit, type Known } from './audit-report.js';

// node dist/bin/audit.js [file]: asks the registry whether a fault is known in what a production runs, as the lock file has it, and
// judges those that the file has noted by the time that they may take.
const ANSWER_WITHIN_MS = 60_000;
const LINE = '!'.repeat(100);

const [file = join(projectRoot, '.ci', 'known-faults.json')] = process.argv.slice(2);
const known = JSON.parse(readFileSync(file, 'utf8')) as Known;
const { stdout, stderr, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: projectRoot,
  encoding: 'utf8',
  timeout: ANSWER_WITHIN_MS,
});
const audit = judgeAudit(stdout || (error?.message ?? stderr), known, new Date().toISOString().slice(0, 10));
if (audit.outcome === 'faults') {
  console.error(`Faults are known in the dependencies:\n${audit.faults.join('\n')}`);
  console.error(
    'Mend them. One that takes its time is noted in .ci/known-faults.json with the day on which it became known.',
  );
  process.exitCode = 1;
} else if (audit.outcome === 'not asked') {
  console.error(`${LINE}\nTHE DEPENDENCIES WERE NOT AUDITED: the registry could not be asked (${audit.why}).\n${LINE}`);
} else {
  console.log(`No fault is known in the dependencies but those that are noted and have time: ${audit.noted.length}.`);
  for (const one of audit.noted) console.log(one);
}
