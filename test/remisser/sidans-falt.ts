import { decodeHtml } from '../support/html.js';

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decodeHtml(found);
};

const named = (tag: string, name: string): boolean => attribute(tag, 'name') === name;

/** What a page's form holds in a field: typed text, ticked boxes, the chosen option. */
export function typedIn(html: string, name: string): string[] {
  const inputs = (html.match(/<input\b(?:"[^"]*"|[^">])*>/g) ?? []).filter((tag) => named(tag, name));
  const values = inputs
    .filter((tag) => !/\stype="(radio|checkbox)"/.test(tag) || /\schecked\b/.test(tag))
    .map((tag) => attribute(tag, 'value') ?? '');
  const areas = [...html.matchAll(/(<textarea\b[^>]*>)\n?([\s\S]*?)<\/textarea>/g)]
    .filter(([, tag = '']) => named(tag, name))
    .map(([, , text = '']) => decodeHtml(text));
  const selects = [...html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)]
    .filter(([, tag = '']) => named(tag, name))
    .flatMap(([, , options = '']) => options.match(/<option\b(?:"[^"]*"|[^">])*\sselected\b[^>]*>/g) ?? [])
    .map((tag) => attribute(tag, 'value') ?? '');
  return [...values, ...areas, ...selects];
}

/** The errors that stand beside a field. */
export function errorsBeside(html: string, name: string): string[] {
  const id = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const box = new RegExp(`id="${id}-fel">([\\s\\S]*?)</(?:label|legend)>`).exec(html)?.[1] ?? '';
  const texts = [...box.matchAll(/Fel: <\/span>([^<]*)</g)];
  return texts.map(([, text = '']) => decodeHtml(text));
}

/** The errors of the summary, by the field that each leads to. */
export function summary(html: string): [name: string, text: string][] {
  const list = /<ul class="felsammanfattning__lista">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
  const links = [...list.matchAll(/href="#([^"]*)"[^>]*>([^<]*)</g)];
  return links.map(([, name = '', text = '']) => [decodeHtml(name), decodeHtml(text)]);
}
