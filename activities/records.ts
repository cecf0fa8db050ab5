import type { Insatslage } from '../domain/insats/lage.js';
import type { Lage } from '../domain/lage.js';
import type { PrismaClient } from '../prisma/client.js';
import { avstamning, type AvstamningInput } from './avstamning.js';
import { fattaBeslut, type FattaBeslutInput } from './fatta-beslut.js';
import { forfall, type ForfallInput } from './forfall.js';
import { avstamInsats, type InsatsavstamningInput } from './insats/avstamning.js';
import { fattaInsatsbeslut, type FattaInsatsbeslutInput } from './insats/fatta-beslut.js';

/** The transactions of a case, as its workflow sees them. */
export interface Records {
  fattaBeslut(input: FattaBeslutInput): Promise<Lage>;
  forfall(input: ForfallInput): Promise<Lage>;
  avstamning(input: AvstamningInput): Promise<Lage>;
}

/** The transactions of an insats, as its workflow sees them. */
export interface Insatsrecords {
  fattaInsatsbeslut(input: FattaInsatsbeslutInput): Promise<Insatslage>;
  avstamInsats(input: InsatsavstamningInput): Promise<Insatslage>;
}

/** The transactions bound to a database. */
export const createRecords = (prisma: PrismaClient): Records & Insatsrecords => ({
  fattaBeslut: (input) => fattaBeslut(prisma, input),
  forfall: (input) => forfall(prisma, input),
  avstamning: (input) => avstamning(prisma, input),
  fattaInsatsbeslut: (input) => fattaInsatsbeslut(prisma, input),
  avstamInsats: (input) => avstamInsats(prisma, input),
});
