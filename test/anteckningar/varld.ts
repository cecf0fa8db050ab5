import { skickaRemiss } from '../../api/records/skicka-remiss.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { createGrund, type Grund } from '../support/grund.js';
import { createDatabase } from '../support/postgres.js';
import { aRemiss } from '../support/remiss.js';
import { startWeb, type TestWeb, type TestWebOptions } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';

export const NU = '2026-11-24T09:30:00.000Z';
export const IDAG = '2026-11-24';

/** A case on the web without an engine: what is written here passes none. */
export interface Varld {
  readonly databaseUrl: string;
  readonly web: TestWeb;
  readonly grund: Grund;
  readonly arendeId: string;
  readonly nummer: string;
  as(sub: string): Promise<WebClient>;
  /** Another case of the same insats. */
  another(): Promise<{ arendeId: string; nummer: string }>;
  stop(): Promise<void>;
}

/** Starts the web with one case that has its koordinator and stands on the team's agenda. */
export async function startVarld(
  shape?: (profil: Insatsprofil) => Insatsprofil,
  options: Pick<TestWebOptions, 'genomsok'> = {},
): Promise<Varld> {
  const database = await createDatabase();
  const web = await startWeb({
    databaseUrl: database.url,
    klocka: { now: () => Promise.resolve(new Date(NU)) },
    ...options,
  });
  const grund = await createGrund(web.prisma, 'vagknuten', shape);
  const { prisma } = web;
  const mote = await prisma.mote.create({ data: { teamId: grund.teamId, borjar: '2026-12-01T08:00:00.000Z' } });
  const send = async () => {
    const remittent = { id: grund.person.remittent, verksamhetId: grund.verksamhet.fk };
    const arende = await skickaRemiss(prisma, { remittent, innehall: aRemiss(grund, IDAG), nu: NU });
    const { arendeId } = arende;
    await prisma.arende.update({ where: { id: arendeId }, data: { koordinatorId: grund.person.koordinator } });
    await prisma.motespunkt.create({ data: { moteId: mote.id, arendeId, ordning: 1 } });
    return arende;
  };
  return {
    databaseUrl: database.url,
    web,
    grund,
    ...(await send()),
    another: send,
    async as(sub) {
      const client = web.client();
      await client.login(sub);
      return client;
    },
    async stop() {
      await web.stop();
      await database.drop();
    },
  };
}
