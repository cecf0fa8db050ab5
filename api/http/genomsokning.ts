import { Readable } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';
import NodeClam from 'clamscan';
import type { RequestHandler } from 'express';
import type { AppDeps } from '../deps.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';
import { cleanName } from './uppladdning.js';

/** Looks for malware in a file. @returns what was found, by the scanner's name of it; rejects when the scanner is away */
export type Genomsokare = (innehall: Uint8Array) => Promise<readonly string[]>;

const ANSWER_WITHIN_MS = 30_000;

const BORTA = 'Filer kan inte genomsökas efter skadlig kod just nu och tas därför inte emot. Försök igen om en stund.';

const skadlig = (filnamn: string) =>
  `Filen ${filnamn} innehåller skadlig kod och har inte tagits emot. Kontakta din it-avdelning innan du öppnar den igen.`;

/**
 * A scanner of ClamAV's kind, clamd.
 *
 * @param address where it listens: `host:port`, or the path of its socket
 * @param answerWithinMs bounds the wait for one file
 */
export function createGenomsokare(address: string, answerWithinMs = ANSWER_WITHIN_MS): Genomsokare {
  const colon = address.lastIndexOf(':');
  const place = address.startsWith('/')
    ? { socket: address }
    : { host: address.slice(0, colon).replaceAll(/[[\]]/g, ''), port: Number(address.slice(colon + 1)) };
  const ready = new NodeClam().init({
    preference: 'clamdscan',
    clamscan: { active: false },
    clamdscan: { ...place, timeout: answerWithinMs, localFallback: false, bypassTest: true },
  });
  return async (innehall) => {
    const scan = (await ready).scanStream(Readable.from([Buffer.from(innehall)], { objectMode: false }));
    // the library's types leave out that it may come to no verdict
    const { isInfected, viruses }: { isInfected: boolean | null; viruses: string[] } = await within(
      answerWithinMs,
      scan,
    );
    if (isInfected === null) throw new Error('The scanner gave no verdict.');
    return isInfected && viruses.length === 0 ? ['utan namn'] : viruses;
  };
}

/** The library leaves a scanner that took the file and never answers without an end. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = after(ms, undefined, { signal: stop.signal }).then(() => {
    throw new Error('The scanner did not answer in time.');
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => undefined);
    stop.abort();
  }
}

/**
 * Refuses files with malware before any of them is kept, and all files while the scanner is away: the sentence stands beside
 * the field. What was found is traced and logged, with neither the file's name nor its content.
 */
export function scanUploads({ genomsok, prisma, klocka, logger }: AppDeps): RequestHandler {
  return async (request, _response, next) => {
    const { files, anvandare } = request;
    if (!genomsok || !anvandare || !Array.isArray(files)) return next();
    const found = await firstFound(genomsok, files).catch((error: unknown) => {
      logger.error({ err: error }, 'the scanner for malware is away');
      return 'borta' as const;
    });
    if (found === 'borta') request.uppladdningsfel = BORTA;
    else if (found) {
      const { filnamn, fynd } = found;
      logger.warn({ fynd }, 'a file with malware was refused');
      const nar = await klocka.now();
      await skrivSpar(prisma, { nar, av: anvandare.id, handling: 'skadlig_fil', grund: 'egen', data: { fynd } });
      request.uppladdningsfel = skadlig(filnamn);
    }
    next();
  };
}

async function firstFound(genomsok: Genomsokare, files: readonly Express.Multer.File[]) {
  for (const { originalname, buffer } of files) {
    const fynd = await genomsok(buffer);
    if (fynd.length > 0) return { filnamn: cleanName(originalname), fynd: [...fynd] };
  }
  return undefined;
}
