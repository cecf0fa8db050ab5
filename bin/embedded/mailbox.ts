import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import express from 'express';
import type { Express } from 'express';
import { SMTPServer } from 'smtp-server';

import { listPage, mailPage, missingPage, styleSheet } from './mailbox-pages.js';
import { openMailStore } from './mailbox-store.js';
import type { MailStore } from './mailbox-store.js';
import { choosePort } from './program.js';

/** The SMTP catcher and its pages. */
export interface Mailbox {
  /** smtp://…: takes every mail and delivers none */
  smtpUrl: string;
  /** the list page; `/api/mail` under it gives the same as JSON */
  url: string;
  stop: () => Promise<void>;
}

/**
 * Starts the mailbox on 127.0.0.1, on the ports it had the last time when they are free. What it caught before is still there.
 * @param options.folder absolute path; the mails are kept there as .eml files
 */
export async function startMailbox(options: { folder: string }): Promise<Mailbox> {
  const store = await openMailStore(options.folder);
  const portFile = join(options.folder, 'portar.json');
  const kept = await readPorts(portFile);
  const smtp = await listenSmtp(store, await choosePort(kept.smtp));
  const web = await listenWeb(mailboxApp(store), await choosePort(kept.web));
  const ports = { smtp: portOf(smtp.server), web: portOf(web) };
  await writeFile(portFile, JSON.stringify(ports));
  const stop = async () => {
    web.closeAllConnections();
    await Promise.all([
      new Promise((resolve) => web.close(resolve)),
      new Promise<void>((resolve) => smtp.close(resolve)),
    ]);
  };
  return { smtpUrl: `smtp://127.0.0.1:${ports.smtp}`, url: `http://127.0.0.1:${ports.web}`, stop };
}

const portOf = (server: { address: () => AddressInfo | string | null }) => {
  const address = server.address();
  return address && typeof address === 'object' ? address.port : 0;
};

async function readPorts(file: string): Promise<{ smtp?: number; web?: number }> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { smtp?: number; web?: number };
  } catch {
    return {};
  }
}

function listenSmtp(store: MailStore, port: number): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 25 * 1024 * 1024,
    logger: false,
    onData: (stream, _session, done) => {
      buffer(stream)
        .then((raw) => store.keep(raw))
        .then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  // a client that goes away in the middle of a mail is no fault of ours
  server.on('error', () => undefined);
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

function listenWeb(app: Express, port: number): Promise<Server> {
  const server = createServer(app);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

const pagePolicy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
// a mail's own style attributes are part of what is looked at; scripts, pictures and addresses elsewhere stay out
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";

/** The pages of the mailbox over what it caught. */
export function mailboxApp(store: MailStore): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy': pagePolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    });
    next();
  });
  app.get('/', (_request, response) => void response.send(listPage(store.list())));
  app.get('/stil.css', (_request, response) => void response.type('css').send(styleSheet));
  app.get('/api/mail', (_request, response) => void response.json(store.list()));
  app.get('/:id', (request, response) => {
    const mail = store.find(Number(request.params.id));
    response.status(mail ? 200 : 404).send(mail ? mailPage(mail) : missingPage());
  });
  app.get('/:id/html', (request, response) => {
    const html = store.find(Number(request.params.id))?.html;
    response.set('Content-Security-Policy', mailPolicy);
    response.status(html ? 200 : 404).send(html ?? missingPage());
  });
  return app;
}
