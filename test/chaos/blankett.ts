import { formsOf } from '../support/html.js';
import { until } from '../support/until.js';
import type { WebClient } from '../support/web-client.js';
import { WAIT_MS } from './running.js';

type Fields = readonly (readonly [string, string])[];

/** What a person sees who presses the button: taken; told to send again; or the browser's own page, without an answer. */
export type Svar = 'taken' | 'later' | 'no answer';

/** A form that somebody has filled in and holds in her browser. */
export interface Blankett {
  readonly beslutId: string;
  /** Presses the button; whatever is not taken must leave everything that was typed. */
  send(): Promise<Svar>;
  /** Presses it again until it is taken, as a patient person does. */
  sendUntilTaken(): Promise<void>;
}

/** Opens the form of a decision of a case and fills it in, without sending it. */
export const fillIn = (client: WebClient, nummer: string, typ: string, typed: Fields): Promise<Blankett> =>
  fillInAt(client, `/arenden/${nummer}/beslut/${typ}`, typed);

/** The same for the form at an address. */
export async function fillInAt(client: WebClient, path: string, typed: Fields): Promise<Blankett> {
  const page = await client.get(path);
  const form = formsOf(page.html).find(({ hidden }) => hidden.some(([name]) => name === 'beslutId'));
  if (!form) throw new Error(`${path} shows no form: ${page.status} ${page.rubrik}`);
  const hidden = Object.fromEntries(form.hidden);
  const beslutId = hidden['beslutId'] ?? '';
  const fields = [...form.hidden, ...typed];
  const text = typed.at(-1)?.[1] ?? '';

  const send = async (): Promise<Svar> => {
    // the address after a decision is another page, which may be away by itself
    const answer = await client.send(path, fields, { follow: false }).catch((error: unknown) => {
      // fetch's own error is of another realm under jest
      if (error instanceof Error || String(error).startsWith('TypeError')) return undefined;
      throw error;
    });
    if (!answer) return 'no answer';
    if (answer.status === 303) return 'taken';
    expect([answer.status, answer.rubrik]).toEqual([503, expect.stringMatching(/./)]);
    expect(answer.html).toMatch(/Beslutet är inte registrerat ännu|Tjänsten svarar inte just nu/);
    expect(answer.html).toContain(beslutId);
    expect(answer.html).toContain(text);
    return 'later';
  };
  return {
    beslutId,
    send,
    sendUntilTaken: () => until(path, async () => (await send()) === 'taken', WAIT_MS),
  };
}
