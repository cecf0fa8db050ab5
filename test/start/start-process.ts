import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import { projectRoot } from '../../prisma/project-root.js';

/** One run of the start program with the small children of test/start/children. */
export interface StartProcess {
  child: ChildProcess;
  /** everything written so far, stdout and stderr together */
  output: () => string;
  /** the web's address when it was printed; rejects with the output when the process ends before */
  running: Promise<string>;
  /** the exit code, null after a signal */
  ended: Promise<number | null>;
}

/** @param env added to the test's own environment */
export function runStartProcess(env: NodeJS.ProcessEnv, args: string[] = []): StartProcess {
  const program = join(projectRoot, 'test', 'start', 'children', 'start.mjs');
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const running = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const url = /igång: (\S+)/.exec(text)?.[1];
      if (url) resolve(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(text)));
  });
  running.catch(() => undefined);
  return { child, output: () => text, running, ended };
}
