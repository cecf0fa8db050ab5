import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetUrl } from '../static.js';
import { Ikon } from './ikon.js';
import { Puls, type Pulsdel, type Pulsvisning } from './puls.js';
import { SakerLank } from './saker-lank.js';

export interface MenyPost {
  href: string;
  text: string;
  /** Shown as a count beside the text: tasks not yet done, for example. */
  antal?: number;
}

export interface SidaProps {
  /** The page's own title, without the application's name. */
  titel: string;
  meny?: readonly MenyPost[];
  /** `href` of the menu item that the page belongs to. */
  aktiv?: string;
  user?: { namn: string; roll?: string };
  /** Session's CSRF token; needed with `user`, for the log-out form. */
  csrf?: string;
  /** True when a form came back with errors: the document's title then begins with "Fel:". */
  harFel?: boolean;
  /** Unread count in the document's title, of somebody who is logged in: her page then asks what is new. */
  olasta?: number;
  /** A bar above everything, see {@link Demorad}. */
  demo?: ComponentChildren;
  /** What the last action led to, as a `Meddelande`. */
  meddelande?: ComponentChildren;
  brodsmulor?: ComponentChildren;
  /** Where the caught mail of a development installation is read. */
  mailbox?: string;
  /** Reading width, for forms and texts; lists use the whole width. */
  smal?: boolean;
  /** The part of the page that is replaced when it has changed. */
  puls?: Pulsdel;
  /** What of which ärende the page shows, so that it can be taken away from who loses the right to it. */
  visar?: Pulsvisning;
  children: ComponentChildren;
}

const APP_NAME = 'Remissflöde';

function documentTitle({ titel, harFel, olasta }: SidaProps): string {
  const unread = olasta ? `(${olasta}) ` : '';
  return `${harFel ? 'Fel: ' : ''}${unread}${titel} – ${APP_NAME}`;
}

function Ordmarke(): VNode {
  return (
    <SakerLank href="/" class="ordmarke">
      <svg class="ordmarke__bild" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
        <path
          d="M7 16h9m0 0c5 0 4-7 9-7m-9 7c5 0 4 7 9 7"
          fill="none"
          stroke="currentColor"
          stroke-width="2.5"
          stroke-linecap="round"
        />
        <circle cx="6" cy="16" r="3.5" fill="currentColor" />
        <circle cx="26" cy="9" r="3.5" class="ordmarke__mal" />
        <circle cx="26" cy="23" r="3.5" class="ordmarke__mal" />
      </svg>
      <span>{APP_NAME}</span>
    </SakerLank>
  );
}

function Inloggad({ user, csrf }: Required<Pick<SidaProps, 'user'>> & Pick<SidaProps, 'csrf'>): VNode {
  return (
    <div class="inloggad">
      <Ikon namn="person" />
      <p class="inloggad__namn">
        <span class="sr-only">Inloggad som </span>
        {user.namn}
        {user.roll && <span class="inloggad__roll">{user.roll}</span>}
      </p>
      <form method="post" action="/logga-ut">
        <input type="hidden" name="_csrf" value={csrf} />
        <button type="submit" class="inloggad__ut">
          Logga ut
        </button>
      </form>
    </div>
  );
}

function Huvudmeny({ meny, aktiv }: { meny: readonly MenyPost[]; aktiv: string | undefined }): VNode {
  return (
    <nav class="huvudmeny" aria-label="Huvudmeny">
      <ul class="huvudmeny__lista bredd">
        {meny.map((post) => (
          <li key={post.href}>
            <SakerLank href={post.href} class="huvudmeny__lank" current={post.href === aktiv ? 'page' : undefined}>
              {post.text}
              {post.antal !== undefined && (
                <span class="antal" id="meny-antal" hidden={post.antal === 0}>
                  <span class="sr-only">, </span>
                  <span>{post.antal}</span>
                </span>
              )}
            </SakerLank>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Sidfot({ mailbox }: { mailbox: string | undefined }): VNode {
  return (
    <footer class="sidfot">
      <div class="sidfot__inre bredd">
        <p class="sidfot__namn">{APP_NAME}</p>
        <ul class="sidfot__lankar">
          <li>
            <SakerLank href="/hjalp">Hjälp</SakerLank>
          </li>
          <li>
            <SakerLank href="/tillganglighet">Tillgänglighet</SakerLank>
          </li>
          {mailbox && (
            <li>
              <SakerLank href={mailbox}>Skickade mejl</SakerLank>
            </li>
          )}
        </ul>
      </div>
    </footer>
  );
}

/**
 * The whole HTML document around a page: skip link, header, main menu, message, the page, footer.
 * Holds no inline style or script, so that it works under `default-src 'none'`.
 */
export function Sida(props: SidaProps): VNode {
  const {
    meny = [],
    aktiv,
    user,
    csrf,
    demo,
    meddelande,
    brodsmulor,
    mailbox,
    smal,
    olasta,
    puls,
    visar,
    children,
  } = props;
  return (
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{documentTitle(props)}</title>
        <meta name="color-scheme" content="light" />
        <link rel="icon" type="image/svg+xml" href={assetUrl('ikon.svg')} />
        <link rel="stylesheet" href={assetUrl('stil.css')} />
        <script src={assetUrl('app.js')} type="module" />
        {olasta !== undefined && <script src={assetUrl('htmx.js')} defer />}
      </head>
      <body>
        <a class="hopplank" href="#innehall">
          Hoppa till innehållet
        </a>
        {demo}
        <header class="sidtopp">
          <div class="sidtopp__inre bredd">
            <Ordmarke />
            {user && <Inloggad user={user} csrf={csrf} />}
          </div>
        </header>
        {meny.length > 0 && <Huvudmeny meny={meny} aktiv={aktiv} />}
        <div class="bredd innehall">
          {brodsmulor}
          <main id="innehall" class={smal ? 'lasbredd' : undefined} tabindex={-1}>
            {meddelande && <div class="sidmeddelande">{meddelande}</div>}
            {children}
          </main>
        </div>
        {olasta !== undefined && <Puls olasta={olasta} del={puls} visar={visar} />}
        <Sidfot mailbox={mailbox} />
      </body>
    </html>
  );
}

/** A document as text, ready to send as text/html. Everything that is not markup of ours is escaped. */
export function renderPage(page: VNode): string {
  return `<!DOCTYPE html>\n${renderToString(page)}\n`;
}
