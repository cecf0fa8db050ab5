import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { endProcess, identify, isAlive } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';
import { errorCode, StartError } from './program.js';

/** The right to use a data folder, and the list of programs that run on it. */
export interface DataLock {
  /** remembers a program, so that the next start can end it if we are killed */
  record: (pid: number) => void;
  /** gives the folder back; to be called when every program has ended */
  release: () => void;
}

interface Content {
  owner: ProcessIdentity;
  programs: ProcessIdentity[];
}

export const lockFileName = 'las.json';

/**
 * Takes the data folder for this process. A lock whose owner is gone is taken over, and the programs that the owner left running
 * are ended first, the last started first.
 * @throws StartError when a living process holds the folder
 */
export async function takeLock(folder: string): Promise<DataLock> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, lockFileName);
  const owner = identify(process.pid) ?? { pid: process.pid, started: '' };
  while (!create(file, { owner, programs: [] })) await takeOver(file);
  const programs: ProcessIdentity[] = [];
  const record = (pid: number) => {
    const identity = identify(pid);
    if (identity) programs.push(identity);
    replace(file, { owner, programs: programs.filter(isAlive) });
  };
  return { record, release: () => rmSync(file, { force: true }) };
}

function create(file: string, content: Content): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(content));
  try {
    // link, not rename: it fails when another start was quicker
    linkSync(own, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

function replace(file: string, content: Content): void {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(content));
  renameSync(own, file);
}

async function takeOver(file: string): Promise<void> {
  const found = read(file);
  if (found && isAlive(found.owner)) {
    throw new StartError(
      `Remissflöde körs redan på den här datamappen (process ${found.owner.pid}). ` +
        `Avsluta det först, eller välj en annan mapp med REMISSFLODE_DATA.`,
    );
  }
  for (const program of found?.programs.toReversed() ?? []) await endProcess(program, ['SIGINT', 'SIGKILL'], 10_000);
  // another start may have taken the folder while we waited: only the very lock that was read goes away
  if (JSON.stringify(read(file)) === JSON.stringify(found)) rmSync(file, { force: true });
}

/** Undefined when the file is gone or was cut off by a full disk. */
function read(file: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content;
  } catch {
    return undefined;
  }
}
