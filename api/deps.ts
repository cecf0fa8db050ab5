import type pg from 'pg';
import type { Logger } from 'pino';
import type { Klocka } from '../domain/klocka.js';
import type { PrismaClient } from '../prisma/client.js';
import type { Engine } from './engine/engine.js';
import type { Tidmaskin } from './engine/tidmaskin.js';
import type { Genomsokare } from './http/genomsokning.js';
import type { ClaimMapping } from './login/claim-mapping.js';

/** The identity provider that this installation trusts. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** `openid` unless told; claims beyond the subject need more */
  scope?: string | undefined;
  /** levels of assurance, one of which the login must have reached (`acr`); any when missing */
  acr?: readonly string[] | undefined;
  /** ways of proving who one is, one of which must have been used (`amr`); any when missing */
  amr?: readonly string[] | undefined;
  /** how the claims become a person with a verksamhet and roles; without it a person is known by her `sub` alone */
  claims?: ClaimMapping | undefined;
}

/** How many requests one person (or, before login, one address) may make; see http/limits.ts. */
export interface Limits {
  requestsPerMinute: number;
  loginsPerMinute: number;
  failedLoginsPerQuarter: number;
  missesPerTenMinutes: number;
  uploadsPerTenMinutes: number;
  machinePerMinute: number;
}

/** What the web application needs to know about its installation; a subset of the process's configuration. */
export interface AppConfig {
  /** public address without a trailing slash, `https://…` behind a TLS proxy */
  baseUrl: string;
  production: boolean;
  /** signs session cookies and marks forms */
  sessionSecret: string;
  /** absent outside production: the embedded development provider is used */
  oidc?: OidcConfig | undefined;
  /** where caught mail can be read; absent in production */
  mailboxUrl?: string | undefined;
  /** what a mail server bears that reports what it could not deliver; absent: there is no address to report to */
  leveransstatusToken?: string | undefined;
  /** other limits than the usual ones */
  limits?: Partial<Limits> | undefined;
}

/** Everything that the routes reach the world through. */
export interface AppDeps {
  config: AppConfig;
  prisma: PrismaClient;
  /** sessions, and what is counted to hold back a flood: they are kept outside Prisma's schema */
  pool: pg.Pool;
  klocka: Klocka;
  /** the way to the cases; pages are read without it */
  engine: Engine;
  /** moves a demo in time; absent wherever time is real */
  tidmaskin?: Tidmaskin | undefined;
  /** looks for malware in files before they are kept; absent outside production */
  genomsok?: Genomsokare | undefined;
  /** one that writes errors without what people have typed (bin/log.ts) */
  logger: Logger;
}
