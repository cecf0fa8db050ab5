import { createServer } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import type { ParsedMail } from 'mailparser';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import type { Profilkod } from '../../prisma/seed/profiler.js';
import { launchBrowser, newContext } from '../support/browser.js';
import type { Personkod } from '../support/grund.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { Besokare } from './besokare.js';
import { Sidkontroll } from './sidkontroll.js';

/** A running installation with a clock that can be moved, and people at their browsers. */
export interface Varld {
  readonly inst: Installation;
  readonly web: TestWeb;
  readonly kontroll: Sidkontroll;
  /** The person in her own browser, the same each time. */
  som(person: Personkod): Promise<Besokare>;
  /** The person at a computer where nobody is logged in. */
  nyWebblasare(person: Personkod): Promise<Besokare>;
  /** Mails to a person whose subject has a text, the latest last. */
  mejl(person: Personkod, amne: string): Promise<ParsedMail[]>;
  stop(): Promise<void>;
}

export interface Varldsval {
  readonly insats: Profilkod;
  readonly javaScript: boolean;
  /** lets a test shape the profile */
  readonly shape?: (profile: Insatsprofil) => Insatsprofil;
}

/** Starts everything: servers, worker, web, browser. Links in mails lead to this web. */
export async function startVarld({ javaScript, ...profil }: Varldsval): Promise<Varld> {
  const port = await freePort();
  const inst = await startInstallation({ ...profil, baseUrl: `http://127.0.0.1:${port}` });
  const web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine, port });
  const browser = await launchBrowser();
  const kontroll = new Sidkontroll(javaScript ? undefined : await newPage(browser, true));
  const visitors = new Map<Personkod, Promise<Besokare>>();
  const nyWebblasare = async (person: Personkod): Promise<Besokare> => {
    return new Besokare(await newPage(browser, javaScript), web.baseUrl, kontroll, `Test ${person}`);
  };
  return {
    inst,
    web,
    kontroll,
    nyWebblasare,
    som(person) {
      const known = visitors.get(person) ?? nyWebblasare(person);
      visitors.set(person, known);
      return known;
    },
    async mejl(person, amne) {
      const found = () =>
        inst.mail.filter((mail) => addressOf(mail) === `${person}@exempel.se` && mail.subject?.includes(amne));
      await until(`a mail to ${person} about ${amne}`, () => found().length > 0, 60_000);
      return found();
    },
    async stop() {
      await browser.close();
      await web.stop();
      await inst.stop();
    },
  };
}

async function newPage(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await newContext(browser, 1280, javaScriptEnabled);
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

const addressOf = ({ to }: ParsedMail): string | undefined => [to].flat()[0]?.value[0]?.address;

/** The address in a mail's text, where its reader is led. */
export const lankI = (mail: ParsedMail | undefined): string => /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';

/** A port that nobody uses, known before the web starts: the worker writes it in the mails. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('No port is free');
  return address.port;
}
