import { spawnSync } from 'node:child_process';
import { projectRoot } from '../prisma/project-root.js';
import { judgeAudit } from './audit-report.js';

// node dist/bin/audit.js: asks the registry whether a fault is known in what a production runs, as the lock file has it.
const ANSWER_WITHIN_MS = 60_000;
const LINE = '!'.repeat(100);

const { stdout, stderr, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: projectRoot,
  encoding: 'utf8',
  timeout: ANSWER_WITHIN_MS,
});
const audit = judgeAudit(stdout || (error?.message ?? stderr));
if (audit.outcome === 'faults') {
  console.error(`A grave fault is known in a dependency:\n${audit.faults.join('\n')}`);
  process.exitCode = 1;
} else if (audit.outcome === 'not asked') {
  console.error(`${LINE}\nTHE DEPENDENCIES WERE NOT AUDITED: the registry could not be asked (${audit.why}).\n${LINE}`);
} else {
  console.log(`No grave fault is known in the dependencies; lesser ones: ${audit.lesser.length}.`);
  for (const one of audit.lesser) console.log(one);
}
