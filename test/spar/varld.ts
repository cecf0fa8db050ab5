import { randomUUID } from 'node:crypto';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { kontrolleraSpar } from '../../prisma/spar/kontroll.js';
import type { ForvaratSigill } from '../../prisma/spar/sigill.js';
import { createDatabase, withOwner } from '../support/postgres.js';
import { recordKeys } from '../support/record-keys.js';

/** A database with a trace, and somebody who can do everything in it. */
export interface Sparvarld {
  readonly url: string;
  readonly prisma: PrismaClient;
  /** Writes rows about one ärende, one after the other; returns its id. */
  skriv(antal: number, arendeId?: string): Promise<string>;
  /** What an administrator of the database may do: the protection is taken away, and put back. */
  manipulera(sql: string): Promise<void>;
  /** What is wrong, in the operator's words. */
  fel(...forvarade: ForvaratSigill[]): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Makes a database of a test's own. */
export async function createSparvarld(): Promise<Sparvarld> {
  const database = await createDatabase();
  const prisma = createPrisma(database.url, recordKeys);
  return {
    url: database.url,
    prisma,
    async skriv(antal, arendeId = randomUUID()) {
      for (let nr = 1; nr <= antal; nr += 1)
        await prisma.logg.create({
          data: {
            nar: new Date(),
            avId: randomUUID(),
            handling: 'las_arende',
            arendeId,
            grund: 'koordinator',
            data: { nr },
          },
        });
      return arendeId;
    },
    manipulera: (sql) =>
      withOwner(database.url, (owner) =>
        owner.query(`
          ALTER TABLE logg DISABLE TRIGGER ALL; ALTER TABLE loggsigill DISABLE TRIGGER ALL;
          ALTER TABLE loggsigillande DISABLE TRIGGER ALL; ${sql};
          ALTER TABLE logg ENABLE TRIGGER ALL; ALTER TABLE loggsigill ENABLE TRIGGER ALL;
          ALTER TABLE loggsigillande ENABLE TRIGGER ALL`),
      ),
    fel: async (...forvarade) => (await kontrolleraSpar(database.url, forvarade)).fel,
    async stop() {
      await prisma.$disconnect();
      await database.drop();
    },
  };
}

/** Writes the chain of an ärende anew from its rows as they stand, and its noted end: the forger who knows how it is made. */
export const raknaOm = (arendeId: string): string => `
  DO $do$
  DECLARE rad logg%ROWTYPE; fore text := ''; nr int := 0;
  BEGIN
    FOR rad IN SELECT * FROM logg WHERE "arendeId" = '${arendeId}' ORDER BY id LOOP
      nr := nr + 1;
      fore := encode(sha256(convert_to(fore || E'\\n' || jsonb_build_array(rad.kedja, nr, rad.id,
        to_char(rad.nar AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), rad."avId", rad.handling, rad."arendeId",
        rad.arenden, rad.grund, rad.data)::text, 'UTF8')), 'hex');
      UPDATE logg SET lopnr = nr, hash = fore WHERE id = rad.id;
    END LOOP;
    UPDATE loggkedja SET lopnr = nr, hash = fore WHERE kedja = 'arende/${arendeId}';
  END $do$`;
