import type { RequestHandler, Router } from 'express';
import type pg from 'pg';
import type { VNode } from 'preact';
import type { Logger } from 'pino';
import type { Klocka } from '../domain/klocka.js';
import type { PrismaClient } from '../prisma/client.js';
import type { Engine } from './engine/engine.js';
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
  /** hosts beside the issuer's own that its addresses may name; nothing else is asked */
  hosts?: readonly string[] | undefined;
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

/** The development login, which stands in for a provider. It is no part of what a production has. */
export interface DevLogin {
  /** how the web application reaches it */
  oidc: OidcConfig;
  /** where it is mounted, before any body is parsed */
  path: string;
  handler: RequestHandler;
}

/** A demo whose time can be moved. It is no part of what a production has. */
export interface Demotid {
  /** the bar above every page */
  rad: (props: { nu: Date; sida: string; csrf?: string | undefined }) => VNode;
  routes: (deps: AppDeps) => Router;
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
  /** looks for malware in files before they are kept; absent outside production */
  genomsok?: Genomsokare | undefined;
  /** absent wherever a provider is named */
  devLogin?: DevLogin | undefined;
  /** absent wherever time is real */
  demotid?: Demotid | undefined;
  /** one that writes errors without what people have typed (bin/log.ts) */
  logger: Logger;
}
