import { rm } from 'node:fs/promises';

export default async function globalTeardown() {
  await globalThis.testPostgres.program.stop();
  await rm(globalThis.testPostgres.folder, { recursive: true, force: true });
}
