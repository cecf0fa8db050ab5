import { decodeHtml } from '../support/html.js';
import { typedIn } from '../remisser/sidans-falt.js';
import type { WebAnswer, WebClient } from '../support/web-client.js';

type Andrat = Readonly<Record<string, string | readonly string[]>>;

const NAMES = /<(?:input|textarea|select)\b(?:"[^"]*"|[^">])*\sname="([^"]*)"/g;

/** The form that goes to an address; of several, the one with the button that is pressed. */
function formTo(html: string, action: string, andrat: Andrat): string {
  const forms = (html.match(/<form\b[\s\S]*?<\/form>/g) ?? []).filter((form) => form.includes(`action="${action}"`));
  const [gor] = [andrat['gor']].flat();
  const found = forms.find((form) => gor === undefined || form.includes(`value="${gor}"`)) ?? forms[0];
  if (!found) throw new Error(`The page shows no form to ${action}`);
  return found;
}

/** Everything that a page's form holds, as a browser would send it; `andrat` in place of what stands there. */
export function filledIn(html: string, action: string, andrat: Andrat): [string, string][] {
  const form = formTo(html, action, andrat);
  const names = [...new Set([...form.matchAll(NAMES)].map(([, name = '']) => decodeHtml(name)))];
  const kept = names
    .filter((name) => !(name in andrat))
    .flatMap((name) => typedIn(form, name).map((value): [string, string] => [name, value]));
  const typed = Object.entries(andrat).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return [...kept, ...typed];
}

/**
 * Opens a page with a form, changes some of its fields and sends it with one of its buttons.
 *
 * @param from the page that shows it; the same address unless told
 */
export async function sendForm(client: WebClient, path: string, andrat: Andrat, from = path): Promise<WebAnswer> {
  const page = await client.get(from);
  return client.send(path, filledIn(page.html, path, andrat));
}
