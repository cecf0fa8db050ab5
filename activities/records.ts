import type { PrismaClient } from '../prisma/client.js';
import { forfall, type ForfallInput } from './forfall.js';
import { fattaBeslut, type FattaBeslutInput } from './fatta-beslut.js';
import type { Lage } from '../domain/lage.js';

/** The transactions of a case, as its workflow sees them. */
export interface Records {
  fattaBeslut(input: FattaBeslutInput): Promise<Lage>;
  forfall(input: ForfallInput): Promise<Lage>;
}

/** The transactions bound to a database. */
export const createRecords = (prisma: PrismaClient): Records => ({
  fattaBeslut: (input) => fattaBeslut(prisma, input),
  forfall: (input) => forfall(prisma, input),
});
