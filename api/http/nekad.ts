import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { beslut } from '../../domain/faser.js';
import { insatsbeslut } from '../../domain/insats/lage.js';
import { isKod } from '../../domain/koder.js';
import type { NekadSak } from '../../domain/spar/handlingar.js';
import type { AppDeps } from '../deps.js';
import { findNekad } from '../queries/nekad.js';
import { logNekad } from '../records/nekad.js';
import { HttpProblem } from './errors.js';
import { withFrammandeVal, type FrammandeVal } from './frammande-val.js';
import { requestId } from './logging.js';

/** What the first part of an address with an id is about; of several that fit the first. */
const SAKER: readonly (readonly [adress: string, sak: NekadSak])[] = [
  ['/arenden/:nummer', 'arende'],
  ['/kansli/arenden/:nummer', 'arende'],
  ['/logg/registerutdrag/:nummer', 'arende'],
  ['/remisser/ny/:utkastId', 'utkast'],
  ['/remisser/:nummer', 'arende'],
  ['/bilagor/:id', 'bilaga'],
  ['/moten/:id', 'mote'],
  ['/insatser/:kod', 'insats'],
  ['/admin/personer/:id', 'anvandare'],
  ['/admin/overlamning/:id', 'overlamning'],
  ['/gallring/undantag/:id', 'gallringsstopp'],
  ['/gallring/:id', 'gallring'],
  ['/logg/nodatkomst/:id', 'nodatkomst'],
  ['/nodatkomst/:id', 'nodatkomst'],
  ['/uppgifter/egna/:id', 'egen_uppgift'],
];

/** What a request asked for, as its route says it; nothing of what was typed in the address. */
interface Fragat {
  /** The route's address, its ids left out. */
  readonly adress: string;
  readonly sak: NekadSak;
  /** The id in the address: an ärende's number, an insats's kod, otherwise a uuid or anything. */
  readonly id: string | undefined;
  readonly params: ReadonlyMap<string, string>;
}

const segments = (path: string): string[] => path.split('/').filter((one) => one !== '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The route that answered. Express has forgotten the values by the time of the error; they are read out of the address. */
function fragat(request: Request): Fragat | undefined {
  const { route } = request as { route?: { readonly path: string | readonly string[] } };
  const asked = segments(request.originalUrl.split('?', 1)[0] ?? '').map(decoded);
  const pattern = [route?.path ?? []].flat().find((one) => fits(segments(one), asked));
  if (pattern === undefined) return undefined;
  const parts = segments(pattern);
  const params = new Map(parts.flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), asked[at] ?? '']] : [])));
  const [adress, sak] = SAKER.find(([begins]) => isPart(pattern, begins)) ?? [];
  return {
    adress: pattern.replaceAll(/:\w+/g, '…'),
    sak: sak ?? 'sida',
    id: params.get(/:(\w+)/.exec(adress ?? '')?.[1] ?? ''),
    params,
  };
}

const isPart = (pattern: string, begins: string): boolean => pattern === begins || pattern.startsWith(`${begins}/`);

/** Routes are found whatever the case of letters. */
const fits = (pattern: readonly string[], asked: readonly string[]): boolean =>
  pattern.length === asked.length &&
  pattern.every((part, at) => part.startsWith(':') || part.toLowerCase() === asked[at]?.toLowerCase());

/** The kind of decision in an address, when there is one of that name. */
function beslutOf({ params }: Fragat): string | undefined {
  const typ = params.get('typ');
  return typ !== undefined && (isKod(beslut, typ) || isKod(insatsbeslut, typ)) ? typ : undefined;
}

const isRefusal = (error: unknown): boolean =>
  error instanceof HttpProblem && (error.status === 404 || error.status === 403);

/**
 * Writes to the trace that somebody who is logged in was refused something, before she is told so: who, and what it was
 * when it exists. What does not exist leaves the same row without it, made by the same questions. Mounted between the routes and
 * {@link errorHandler}, so that no route can forget it. When the row cannot be written she is still told no more than that.
 */
export const traceRefusals =
  ({ prisma, klocka, logger }: Pick<AppDeps, 'prisma' | 'klocka' | 'logger'>): ErrorRequestHandler =>
  async (error: unknown, request, _response, next) => {
    const { anvandare } = request;
    const asked = anvandare && isRefusal(error) ? fragat(request) : undefined;
    if (anvandare && asked) {
      try {
        const typ = beslutOf(asked);
        await logNekad(prisma, {
          av: anvandare.id,
          nar: await klocka.now(),
          sak: asked.sak,
          adress: asked.adress,
          forsok: request.method === 'GET' || request.method === 'HEAD' ? 'lasa' : 'skicka',
          ...(typ !== undefined && { beslut: typ }),
          funnen: asked.id === undefined ? undefined : await findNekad(prisma, asked.sak, asked.id),
        });
      } catch (failed) {
        logger.error({ err: failed, reqId: requestId(request) }, 'a refusal could not be traced');
      }
    }
    next(error);
  };

/**
 * Writes to the trace that a form named something that it did not offer, when its answer has gone: which form, of which
 * ärende, and which ärende was named. The answer itself says no more than that the field is wrong.
 */
export const traceFrammandeVal =
  ({ prisma, klocka, logger }: Pick<AppDeps, 'prisma' | 'klocka' | 'logger'>): RequestHandler =>
  (request, response, next) => {
    const { anvandare } = request;
    if (!anvandare || request.method !== 'POST') return next();
    const val: FrammandeVal = { noterat: false };
    const write = async (): Promise<void> => {
      const asked = fragat(request);
      if (!asked) return;
      const typ = beslutOf(asked);
      await logNekad(prisma, {
        av: anvandare.id,
        nar: await klocka.now(),
        sak: 'val',
        adress: asked.adress,
        forsok: 'valja',
        ...(typ !== undefined && { beslut: typ }),
        funnen:
          val.arendeId !== undefined || asked.id === undefined
            ? { arendeId: val.arendeId }
            : await findNekad(prisma, asked.sak, asked.id),
      });
    };
    // also when whoever asked has gone before the answer
    response.once('close', () => {
      if (!val.noterat) return;
      write().catch((failed: unknown) =>
        logger.error({ err: failed, reqId: requestId(request) }, 'a choice that was not offered could not be traced'),
      );
    });
    withFrammandeVal(val, next);
  };
