import { Writable } from 'node:stream';
import { pino } from 'pino';
import { createUtskicksaktiviteter, type Utskicksaktiviteter } from '../../activities/utskick.js';
import { openPost, type Post } from '../../activities/utskick/post.js';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { writeUtskick, type Utskicksrad } from '../../prisma/skriv-utskick.js';
import { createDatabase, emptyTables } from '../support/postgres.js';
import { seedFall, type Fall } from './fall.js';
import { startSmtp, type TestSmtp } from '../support/smtp.js';
import { recordKeys } from '../support/record-keys.js';

export const BASE_URL = 'https://remiss.example.se';

/** An ärende with its people, a database, a mail server and a clock that the test holds. */
export interface Postvarld {
  readonly databaseUrl: string;
  readonly prisma: PrismaClient;
  readonly smtp: TestSmtp;
  readonly fall: Fall;
  readonly aktiviteter: Utskicksaktiviteter;
  /** What was logged. */
  readonly log: () => string;
  now: Date;
  /** Writes something to tell, as the transaction of a change does at the clock's moment. */
  tell(...rader: readonly Skrivrad[]): Promise<void>;
  /** Empties everything, and begins with the ärende anew. */
  begin(): Promise<void>;
  stop(): Promise<void>;
}

type Skrivrad = Pick<Utskicksrad, 'slag' | 'nyckel' | 'mottagareId'> & Partial<Utskicksrad> & { bradskande?: boolean };

/** Starts the parts that mails need. */
export async function startPostvarld(): Promise<Postvarld> {
  const smtp = await startSmtp();
  const database = await createDatabase();
  const prisma = createPrisma(database.url, recordKeys);
  const post: Post = openPost(smtp.url);
  let log = '';
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  const clock = { now: new Date(0) };
  const varld = {
    databaseUrl: database.url,
    prisma,
    smtp,
    fall: {} as Fall,
    log: () => log,
    get now() {
      return clock.now;
    },
    set now(now: Date) {
      clock.now = now;
    },
    aktiviteter: createUtskicksaktiviteter({
      prisma,
      klocka: { now: () => Promise.resolve(clock.now) },
      logger: pino({ level: 'trace' }, lines),
      post,
      mailFrom: 'Remissflöde <noreply@remiss.example.se>',
      baseUrl: BASE_URL,
    }),
    async tell(...rader: readonly Skrivrad[]) {
      await prisma.$transaction((tx) =>
        writeUtskick(
          tx,
          rader.map((rad) => ({ om: { arendeId: varld.fall.arendeId }, sekvens: 3, ...rad })),
          { nu: clock.now.toISOString(), bradskande: rader.some(({ bradskande }) => bradskande) },
        ),
      );
    },
    async begin() {
      await emptyTables(database.url, 'forbund', 'individ', 'motoruppdrag');
      varld.fall = await seedFall(prisma);
      smtp.brev.length = 0;
      smtp.refusals.length = 0;
      log = '';
    },
    async stop() {
      post.close();
      await smtp.stop();
      await prisma.$disconnect();
      await database.drop();
    },
  };
  return varld;
}
