import { statfs } from 'node:fs/promises';

import { isPortFree, StartError } from './program.js';

/**
 * Refuses to start on a disk that is nearly full: a database that runs out of room stops in the middle of a write.
 * @param minimumBytes what must be free where `folder` stands
 * @throws StartError
 */
export async function requireDisk(folder: string, minimumBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= minimumBytes) return;
  throw new StartError(
    `Det finns bara ${megabytes(free)} MB ledigt där ${folder} ligger; minst ${megabytes(minimumBytes)} MB behövs.`,
  );
}

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);

/** Refuses a web port that something else listens on. @throws StartError that tells how to choose another */
export async function requirePort(port: number): Promise<void> {
  if (await isPortFree(port)) return;
  throw new StartError(`Porten ${port} är upptagen av ett annat program. Välj en annan: PORT=${port + 1} npm start.`);
}
