import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebAnswer, WebClient } from '../support/web-client.js';
import { createFixtur, NU, type Fixtur } from '../listor/fixture.js';

/** The pages with people of every role, and a clock that the test sets. */
export interface Uppgiftsvarld {
  readonly web: TestWeb;
  readonly databaseUrl: string;
  readonly fixtur: Fixtur;
  /** One login per person; what is shown is read anew each time. */
  as(sub: string): Promise<WebClient>;
  page(sub: string, path: string): Promise<WebAnswer>;
  setNu(nu: Date): void;
  /** The id of the task of a number, the first unless told. */
  idOf(nummer: string, nr?: number): Promise<string>;
  stop(): Promise<void>;
}

/** Two who lead the same insats, beside the people of the fixture. */
export async function startUppgiftsvarld(): Promise<Uppgiftsvarld> {
  const database: TestDatabase = await createDatabase();
  let nu = NU;
  const web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(nu) } });
  const fixtur = await createFixtur(web.prisma);
  const siv = await web.prisma.anvandare.create({
    data: {
      sub: 'siv',
      namn: 'Siv Sammankallandesson',
      epost: 'siv@example.se',
      verksamhetId: fixtur.verksamhet.iff,
      roller: { create: { roll: 'sammankallande', insatsId: fixtur.insats.samba } },
    },
  });
  fixtur.person['siv'] = siv.id;
  const clients = new Map<string, Promise<WebClient>>();
  const as = (sub: string): Promise<WebClient> => {
    const known = clients.get(sub);
    if (known) return known;
    const client = web.client();
    const loggedIn = client.login(sub, '/mig').then(() => client);
    clients.set(sub, loggedIn);
    return loggedIn;
  };
  return {
    web,
    databaseUrl: database.url,
    fixtur,
    as,
    page: async (sub, path) => (await as(sub)).get(path),
    setNu: (given) => {
      nu = given;
    },
    idOf: async (nummer, nr = 1) =>
      `${(await web.prisma.arende.findUniqueOrThrow({ where: { nummer }, select: { id: true } })).id}/${nr}`,
    stop: async () => {
      await web.stop();
      await database.drop();
    },
  };
}
