import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import type { Profilinnehall } from '../../domain/standardprofil.js';
import { asProfil } from '../profil.js';
import { projectRoot } from '../project-root.js';

/** A verksamhet as a profile's file names it. */
export interface Enhet {
  readonly kod: string;
  readonly namn: string;
  readonly part: string;
  readonly kommun?: string;
}

/** A file of prisma/seed/profiler: a profile, and what its insats needs beside it. The form of an imported file too. */
export interface Profilfil {
  readonly insats: {
    readonly nummerprefix: string;
    readonly huvudman: Enhet;
    readonly parter?: readonly { readonly kod: string; readonly namn: string }[];
    readonly verksamheter?: readonly Enhet[];
  };
  readonly profil: Profilinnehall;
}

/** The insatser of the demo that have people and cases; the others are described only. */
export const demoinsatser = ['samba_lis', 'samba_rehab', 'vagknuten'] as const;
export type Profilkod = (typeof demoinsatser)[number];

const folder = join(projectRoot, 'prisma', 'seed', 'profiler');

/** The codes of every insats that is described in prisma/seed/profiler. */
export const profilkoder = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .toSorted();

/**
 * Reads the file of an insats from prisma/seed/profiler.
 *
 * @throws when the file is missing; seen by whoever seeds
 */
export const readProfilfil = (kod: string): Profilfil =>
  JSON.parse(readFileSync(join(folder, `${kod}.json`), 'utf8')) as Profilfil;

/** The profile of an insats of prisma/seed/profiler, with the standard's values where its file is silent. */
export const readProfil = async (kod: string): Promise<Insatsprofil> => asProfil(readProfilfil(kod).profil);
