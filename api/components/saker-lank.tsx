import type { ComponentChildren, VNode } from 'preact';

const ALLOWED_SCHEME = /^(https?|mailto):/i;
const ANY_SCHEME = /^[a-z][a-z\d+.-]*:/i;
// Browsers drop control characters and leading blanks before they read the scheme: "java\nscript:" still runs.
const DROPPED_BY_BROWSERS = /[\s\p{Cc}]/gu;

/**
 * The address when a browser may be sent there, otherwise undefined.
 * Allowed: http, https, mailto, and addresses within the application (`/x`, `?x`, `#x`, `x`).
 * Refused: every other scheme, and `//host` and `/\host` which look local but leave the site.
 */
export function sakerAdress(href: string): string | undefined {
  const seen = href.replace(DROPPED_BY_BROWSERS, '');
  if (/^[/\\]{2}/.test(seen)) return undefined;
  if (ANY_SCHEME.test(seen)) return ALLOWED_SCHEME.test(seen) ? seen : undefined;
  return href.trim();
}

export interface SakerLankProps {
  href: string;
  class?: string;
  id?: string;
  /** Marks the link as the page or step the reader is on. */
  current?: 'page' | 'step' | 'true';
  /** A file to be saved rather than shown. */
  download?: boolean;
  children: ComponentChildren;
}

/** A link that can only lead to a web page, a mail address or a place in the application; else its text alone. */
export function SakerLank({
  href,
  class: className = 'anchor',
  id,
  current,
  download,
  children,
}: SakerLankProps): VNode {
  const address = sakerAdress(href);
  if (address === undefined) return <span id={id}>{children}</span>;
  return (
    <a class={className} href={address} id={id} aria-current={current} download={download}>
      {children}
    </a>
  );
}
