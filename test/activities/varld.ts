import { randomUUID } from 'node:crypto';
import { fattaBeslut } from '../../activities/fatta-beslut.js';
import { skickaRemiss } from '../../api/records/skicka-remiss.js';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Beslut } from '../../domain/beslutsunderlag.js';
import type { Lage } from '../../domain/lage.js';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { createGrund, type Grund } from '../support/grund.js';
import { createDatabase } from '../support/postgres.js';
import { aRemiss } from '../support/remiss.js';
import { recordKeys } from '../support/record-keys.js';

export const NU = '2026-11-23T08:00:00.000Z';

/** The tables with a small förbund, and nobody who carries the cases but the test. */
export interface Tabeller {
  readonly url: string;
  readonly prisma: PrismaClient;
  readonly grund: Grund;
  /** Sends a remiss; gives the new case's state. */
  send(change?: Partial<Remissinnehall>): Promise<Lage>;
  /** Prepares the acceptance of a case; gives what the transaction is called with. */
  acceptance(lage: Lage): Promise<{ lage: Lage; beslut: Beslut; nu: string }>;
  /** Accepts a case. */
  accept(lage: Lage): Promise<Lage>;
  stop(): Promise<void>;
}

/** Makes a database of a test's own. */
export async function createTabeller(): Promise<Tabeller> {
  const database = await createDatabase();
  const prisma = createPrisma(database.url, recordKeys);
  const grund = await createGrund(prisma);
  const tabeller: Tabeller = {
    url: database.url,
    prisma,
    grund,
    async send(change = {}) {
      const remittent = { id: grund.person.remittent, verksamhetId: grund.verksamhet.fk };
      const innehall = { ...aRemiss(grund, dayOf(NU)), ...change };
      const { arendeId } = await skickaRemiss(prisma, { remittent, innehall, nu: NU });
      const row = await prisma.arende.findUniqueOrThrow({ where: { id: arendeId }, select: { lage: true } });
      return row.lage as unknown as Lage;
    },
    async acceptance(lage) {
      const data = { utfall: 'accepterad' } as const;
      const av = grund.person.sammankallande;
      const beslut: Beslut<'granskning'> = { id: randomUUID(), typ: 'granskning', av, dag: dayOf(NU), data };
      await prisma.beslut.create({
        data: {
          id: beslut.id,
          arendeId: lage.arendeId,
          typ: 'granskning',
          avId: av,
          forberett: NU,
          data,
          formular: {},
        },
      });
      return { lage, beslut, nu: NU };
    },
    accept: async (lage) => fattaBeslut(prisma, await tabeller.acceptance(lage)),
    async stop() {
      await prisma.$disconnect();
      await database.drop();
    },
  };
  return tabeller;
}
