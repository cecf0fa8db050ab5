import { formsOf, headingOf } from './html.js';

/** A page as the browser got it, after the redirects that were followed. */
export interface WebAnswer {
  status: number;
  /** path and query of the last request */
  address: string;
  headers: Headers;
  html: string;
  rubrik: string | undefined;
}

export type PostFields = Readonly<Record<string, string | readonly string[]>>;

interface Cookie {
  name: string;
  value: string;
  path: string;
}

export interface RequestOptions {
  headers?: Readonly<Record<string, string>>;
  /** false: the answer is the redirect itself */
  follow?: boolean;
}

/** A visitor without a browser: real HTTP, a cookie jar, redirects followed as a browser does. */
export class WebClient {
  private cookies: Cookie[] = [];

  constructor(readonly baseUrl: string) {}

  get(path: string, options: RequestOptions = {}): Promise<WebAnswer> {
    return this.request('GET', path, undefined, options);
  }

  /**
   * Sends the form that a page shows: its hidden fields (CSRF token, decision id) as they stand there, then `fields`.
   *
   * @param path where the form goes
   * @param from the page that shows it; the same address unless told
   * @throws Error when the page shows no POST form at all
   */
  async post(path: string, fields: PostFields, from = path): Promise<WebAnswer> {
    const page = await this.get(from);
    const forms = formsOf(page.html);
    const form = forms.find(({ action }) => (action ?? from) === path) ?? forms[0];
    if (!form) throw new Error(`${from} (${page.status} ${page.rubrik}) shows no form to send to ${path}.`);
    const own = form.action === path || form.action === undefined;
    const hidden = form.hidden.filter(([name]) => own || name === '_csrf');
    return this.send(path, [...hidden.filter(([name]) => !(name in fields)), ...pairs(fields)]);
  }

  /** Sends fields as they are, without looking at any page first. */
  send(path: string, fields: Iterable<readonly [string, string]>, options: RequestOptions = {}): Promise<WebAnswer> {
    const body = new URLSearchParams([...fields].map(([name, value]) => [name, value]));
    return this.request('POST', path, body, options);
  }

  /** Sends fields and then files as multipart/form-data, without looking at any page first. */
  upload(
    path: string,
    fields: Iterable<readonly [string, string]>,
    files: readonly { readonly name: string; readonly content: Uint8Array | string; readonly type?: string }[],
  ): Promise<WebAnswer> {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    for (const { name, content, type } of files)
      body.append('filer', new Blob([new Uint8Array(Buffer.from(content))], type === undefined ? {} : { type }), name);
    return this.request('POST', path, body, {});
  }

  /** Logs in through the development provider, with the whole round trip; whoever was logged in before is forgotten. */
  async login(sub: string, path = '/'): Promise<WebAnswer> {
    this.forget();
    const list = await this.get(`/logga-in?till=${encodeURIComponent(path)}`);
    const [form] = formsOf(list.html);
    if (!form?.action?.startsWith('/idp/val/')) throw new Error(`No list of people: ${list.status} ${list.rubrik}`);
    return this.send(form.action, [['sub', sub]]);
  }

  /** The value of a cookie. */
  cookie(name: string): string | undefined {
    return this.cookies.find((cookie) => cookie.name === name)?.value;
  }

  /** Sets a cookie, as one taken from elsewhere. */
  setCookie(name: string, value: string): void {
    this.keep([`${name}=${value}; Path=/`]);
  }

  /** As a new browser. */
  forget(): void {
    this.cookies = [];
  }

  private async request(
    method: string,
    path: string,
    body: URLSearchParams | FormData | undefined,
    options: RequestOptions,
  ) {
    let url = new URL(path, this.baseUrl);
    let init: RequestInit = { method, ...(body ? { body } : {}) };
    for (let hops = 0; hops < 15; hops += 1) {
      const headers = { accept: 'text/html', ...this.cookieHeader(url), ...options.headers };
      const response = await patientFetch(url, { ...init, headers, redirect: 'manual' });
      this.keep(response.headers.getSetCookie());
      const location = response.headers.get('location');
      if (location === null || options.follow === false) return answer(response, url);
      await response.body?.cancel();
      url = new URL(location, url);
      if (url.origin !== this.baseUrl) throw new Error(`The redirect leaves the installation: ${url.href}`);
      init = { method: 'GET' };
    }
    throw new Error(`Redirects without end from ${path}`);
  }

  private cookieHeader(url: URL): Record<string, string> {
    const sent = this.cookies.filter(
      ({ path }) => url.pathname === path || url.pathname.startsWith(path.replace(/\/?$/, '/')),
    );
    return sent.length === 0 ? {} : { cookie: sent.map(({ name, value }) => `${name}=${value}`).join('; ') };
  }

  private keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
      this.cookies = this.cookies.filter((cookie) => cookie.name !== name || cookie.path !== path);
      if (!attributes.some((one) => /^expires=Thu, 01 Jan 1970/i.test(one)))
        this.cookies.push({ name, value: pair.slice(at + 1), path });
    }
  }
}

/** A kept connection may have been closed by a server that is new by now: like a browser, a GET is asked once more. */
async function patientFetch(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.method !== 'GET') throw error;
    return fetch(url, init);
  }
}

const pairs = (fields: PostFields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));

async function answer(response: Response, url: URL): Promise<WebAnswer> {
  const html = await response.text();
  return {
    status: response.status,
    address: url.pathname + url.search,
    headers: response.headers,
    html,
    rubrik: headingOf(html),
  };
}
