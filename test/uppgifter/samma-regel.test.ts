import fc from 'fast-check';
import type { Forstadagslage } from '../../domain/beslut/regel.js';
import { kanGorasFran } from '../../domain/beslut/index.js';
import { isMine, maySee, vilar } from '../../domain/tilldelning.js';
import { readAnvandare } from '../../api/login/current-user.js';
import { fordelbarColumns, toFordelbar, type Fordelbarrad } from '../../api/queries/fordelbar.js';
import { openInsatstasks } from '../../api/queries/insatsuppgifter.js';
import { isMinInsatsuppgift } from '../../api/queries/uppgiftsregel-sql.js';
import { synligaUppgifter } from '../../api/queries/uppgiftsurval.js';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { createFixtur, IDAG, type Fixtur } from '../listor/fixture.js';
import { createDatabase, emptyTables, type TestDatabase } from '../support/postgres.js';
import { nagonVarld, writeVarld } from './nagon-varld.js';
import { recordKeys } from '../support/record-keys.js';

let database: TestDatabase;
let prisma: PrismaClient;
let fixtur: Fixtur;

beforeAll(async () => {
  database = await createDatabase();
  prisma = createPrisma(database.url, recordKeys);
  fixtur = await createFixtur(prisma);
});

afterAll(async () => {
  await prisma?.$disconnect();
  await database?.drop();
});

interface Rad extends Fordelbarrad {
  readonly id: string;
  readonly lage: Forstadagslage;
}

const everyTask = () => prisma.$queryRaw<Rad[]>`
  SELECT u.id, ${fordelbarColumns(IDAG)}, a.lage
  FROM uppgift u JOIN arende a ON a.id = u."arendeId" JOIN remiss r ON r."arendeId" = a.id
  JOIN insats i ON i.id = a."insatsId" WHERE u.avslutad IS NULL`;

describe('what a list finds in the database', () => {
  it('is what the rules let through, with the same to do, in any world', async () => {
    await fc.assert(
      fc.asyncProperty(nagonVarld, async (varld) => {
        await emptyTables(database.url, 'anvandare', 'individ', 'mote', 'insatsuppgift');
        const ids = await writeVarld(prisma, fixtur, varld);
        const tasks = await everyTask();
        for (const id of ids) {
          const person = await readAnvandare(prisma, id, IDAG);
          if (!person) continue;
          const found = await prisma.$queryRaw<{ id: string; min: boolean; lage: string }[]>`
            SELECT s.id, s.min, s.lage FROM (${synligaUppgifter(person, IDAG)}) s`;
          const judged = tasks.flatMap((task) => {
            const uppgift = toFordelbar(task);
            if (!maySee(person, uppgift, task.relation, IDAG)) return [];
            const waits = (kanGorasFran(task.typ, task.lage)?.dag ?? '') > IDAG;
            const lage = waits ? 'vantar' : vilar(uppgift, task.relation, IDAG) ? 'vilar' : 'nu';
            return [{ id: task.id, min: isMine(person, uppgift, task.relation, IDAG), lage }];
          });
          const order = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
          expect(found.toSorted(order)).toEqual(judged.toSorted(order));
          const insatsens = await prisma.$queryRaw<{ id: string }[]>`
            SELECT a.id FROM insatsuppgift a WHERE ${isMinInsatsuppgift(person, IDAG)}`;
          const mina = (await openInsatstasks(prisma, person, IDAG)).filter(({ min }) => min);
          expect(insatsens.map(({ id: one }) => one).toSorted()).toEqual(mina.map(({ id: one }) => one).toSorted());
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});
