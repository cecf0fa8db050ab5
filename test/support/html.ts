const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

/** Text as a browser reads it from our own pages' markup. */
export const decodeHtml = (html: string): string =>
  html.replaceAll(/&(amp|lt|gt|quot|#39|#x27);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** The inside of a tag: a quoted value may hold `>`. */
const INSIDE = String.raw`(?:[^>"]|"[^"]*")*`;
const FORM = new RegExp(`<form\\b${INSIDE}>[\\s\\S]*?</form>`, 'g');
const OPENING = new RegExp(`^<form\\b${INSIDE}>`);
const HIDDEN = new RegExp(`<input\\b${INSIDE}>`, 'g');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decodeHtml(found);
};

/** A form as it stands in a page: where it goes, and its hidden fields. */
export interface HtmlForm {
  action: string | undefined;
  hidden: [name: string, value: string][];
}

/** The POST forms of a page, in order. */
export function formsOf(html: string): HtmlForm[] {
  return (html.match(FORM) ?? [])
    .map((form) => ({ form, opening: OPENING.exec(form)?.[0] ?? '' }))
    .filter(({ opening }) => attribute(opening, 'method') === 'post')
    .map(({ form, opening }) => ({ action: attribute(opening, 'action'), hidden: hiddenOf(form) }));
}

const hiddenOf = (form: string): [string, string][] =>
  (form.match(HIDDEN) ?? [])
    .filter((tag) => attribute(tag, 'type') === 'hidden')
    .map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']);

/** The page's heading, as text. */
export const headingOf = (html: string): string | undefined => {
  const heading = /<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1];
  return heading === undefined ? undefined : decodeHtml(heading.replaceAll(/<[^>]+>/g, ''));
};
