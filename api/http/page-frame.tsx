import type { Request, RequestHandler } from 'express';
import type { VNode } from 'preact';
import type { Klocka } from '../../domain/klocka.js';
import { roller } from '../../domain/koder.js';
import { Meddelande } from '../components/meddelande.js';
import type { SidaProps } from '../components/sida.js';
import type { AppConfig, Demotid } from '../deps.js';
import type { InloggadAnvandare } from '../login/current-user.js';
import { meny } from '../pages/meny.js';
import { formToken } from './csrf.js';
import { takeFlash, type Flash } from './flash.js';

/** What every page gets from its request: `<Sida {...request.sidram()} titel="…">`. */
export type Sidram = Pick<SidaProps, 'meny' | 'aktiv' | 'user' | 'mailbox' | 'meddelande' | 'demo' | 'olasta'> & {
  csrf: string;
};

declare global {
  namespace Express {
    interface Request {
      /** Frame of the page that answers this request. Takes the waiting message, so call it once, when rendering. */
      sidram: () => Sidram;
      /** The token for a form's `_csrf`; part of sidram() as `csrf`. */
      formToken: () => string;
    }
  }
}

const shownUser = ({ namn, roller: egna, verksamhet }: InloggadAnvandare): NonNullable<SidaProps['user']> => {
  const names = [...new Set(egna.map(({ roll }) => roller[roll]))];
  return { namn, roll: [...names, verksamhet.namn].join(' · ') };
};

const shownFlash = (flash: Flash | undefined) =>
  flash && (
    <Meddelande typ={flash.slag} nytt>
      {flash.text}
    </Meddelande>
  );

/** The menu item whose address the page's address begins with, the longest one. */
const activeHref = (path: string, hrefs: readonly string[]): string | undefined =>
  hrefs
    .filter((href) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
    .toSorted((a, b) => b.length - a.length)[0];

/** A demo's clock and the bar that shows it. */
interface Demo {
  klocka: Klocka;
  rad: Demotid['rad'];
}

/** The bar, for a page that is asked for. A clock that does not answer is left out: the page is worth more. */
async function demoBar(request: Request, { klocka, rad: Rad }: Demo) {
  if (request.path.startsWith('/static/')) return undefined;
  const nu = await klocka.now().catch(() => undefined);
  return (
    nu && (() => <Rad nu={nu} sida={request.originalUrl} csrf={request.anvandare ? request.formToken() : undefined} />)
  );
}

function frameOf(request: Request, config: AppConfig, bar: (() => VNode) | undefined): Sidram {
  const { anvandare, uppgiftsantal } = request;
  const posts = anvandare ? meny(anvandare, uppgiftsantal?.mina) : [];
  const aktiv = activeHref(
    request.path,
    posts.map(({ href }) => href),
  );
  return {
    csrf: request.formToken(),
    meny: posts,
    ...(aktiv === undefined ? {} : { aktiv }),
    ...(anvandare ? { user: shownUser(anvandare) } : {}),
    ...(uppgiftsantal ? { olasta: uppgiftsantal.olasta } : {}),
    ...(config.mailboxUrl === undefined ? {} : { mailbox: config.mailboxUrl }),
    ...(bar ? { demo: bar() } : {}),
    ...(request.session ? { meddelande: shownFlash(takeFlash(request)) } : {}),
  };
}

/**
 * Gives each request its page frame. Mounted first: an error page needs one too.
 *
 * @param demo of a demo whose time can be moved; pages then show it
 */
export const pageFrame =
  (config: AppConfig, demo?: Demo): RequestHandler =>
  async (request, _response, next) => {
    const bar = demo && (await demoBar(request, demo));
    request.formToken = () => formToken(request, config.sessionSecret);
    request.sidram = () => frameOf(request, config, bar);
    next();
  };
