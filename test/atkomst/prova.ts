import { randomUUID } from 'node:crypto';
import { formsOf } from '../support/html.js';
import type { WebAnswer, WebClient } from '../support/web-client.js';
import { personer, type Vem } from './folk.js';
import type { Atkomstvarld } from './varld.js';

/** What became of somebody who asked: let in, led to her own remiss, sent to the login, or refused by number. */
export type Utfall = 'in' | 'sin remiss' | 'loggas in' | '404' | '403' | (string & {});

/** What somebody was answered, and what she should have been. */
export interface Cell {
  readonly situation: string;
  readonly rutt: string;
  readonly vem: Vem;
  readonly vantat: Utfall;
  readonly fick: Utfall;
}

/** Somebody with her browser, and the token that each of her forms carries. */
export interface Besokare {
  readonly vem: Vem;
  readonly client: WebClient;
  readonly csrf: string;
}

/** Logs everybody in, each once. */
export async function loggaIn(varld: Atkomstvarld): Promise<Besokare[]> {
  const besokare: Besokare[] = [{ vem: 'utloggad', client: varld.web.client(), csrf: '' }];
  for (const vem of personer) {
    const client = await varld.as(vem);
    besokare.push({ vem, client, csrf: await tokenOf(client) });
  }
  return besokare;
}

/** Every page has a form, if only the one that logs out. */
export async function tokenOf(client: WebClient): Promise<string> {
  const { html } = await client.get('/mig');
  const [form] = formsOf(html);
  return form?.hidden.find(([name]) => name === '_csrf')?.[1] ?? '';
}

/** Nothing is packed: there are thousands of answers. */
const OPTIONS = { follow: false, headers: { 'accept-encoding': 'identity' } } as const;

/** Asks for an address as its route says, with an empty form where it is sent. */
export async function fraga(
  { client, csrf }: Besokare,
  rutt: string,
  adress: string,
  falt: Readonly<Record<string, string>> = {},
): Promise<WebAnswer> {
  if (rutt.startsWith('GET ')) return client.get(adress, OPTIONS);
  const fields = Object.entries({ _csrf: csrf, beslutId: randomUUID(), ...falt });
  return client.send(adress, fields, OPTIONS);
}

/** A form that was let in is judged: it may be wrong, hindered, done, or handed to an engine that is not there. */
const INSLAPPT: Readonly<Record<'GET' | 'POST', readonly number[]>> = {
  GET: [200, 204, 303, 409],
  POST: [200, 303, 400, 409, 422, 503],
};

export function utfallOf(rutt: string, { status, headers }: WebAnswer): Utfall {
  const location = headers.get('location') ?? '';
  if (status === 401 || (status === 303 && /^\/logga-in(\?till=|$)/.test(location))) return 'loggas in';
  const about = rutt.split(' ')[1] ?? '';
  if (about.startsWith('/arenden/') && status === 303 && /^\/remisser\/[A-Z]+-\d/.test(location)) return 'sin remiss';
  return INSLAPPT[rutt.startsWith('GET ') ? 'GET' : 'POST'].includes(status) ? 'in' : String(status);
}

/** Those cells where the answer was another than it should have been. */
export const skillnader = (celler: readonly Cell[]): Cell[] => celler.filter(({ vantat, fick }) => vantat !== fick);
