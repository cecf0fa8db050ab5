import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { asProfil } from '../profil.js';
import { projectRoot } from '../project-root.js';

/** The insatser that are described here. */
export const profilkoder = ['samba_lis', 'vagknuten'] as const;
export type Profilkod = (typeof profilkoder)[number];

/** The number prefix of each insats's ärenden. */
export const nummerprefix: Readonly<Record<Profilkod, string>> = { samba_lis: 'SAMBA', vagknuten: 'VAG' };

/**
 * Reads an insats profile from prisma/seed/profiler.
 *
 * @throws when the file is missing; seen by whoever seeds
 */
export async function readProfil(kod: Profilkod): Promise<Insatsprofil> {
  const file = join(projectRoot, 'prisma', 'seed', 'profiler', `${kod}.json`);
  return asProfil(JSON.parse(await readFile(file, 'utf8')));
}
