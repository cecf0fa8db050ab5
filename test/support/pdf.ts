import { inflateSync } from 'node:zlib';

/** The text of a PDF as a reader finds it: by the fonts' own tables from glyphs to letters, piece after piece. */
export function textOfPdf(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const { dict } of objects.values())
    for (const [, name = '', ref = ''] of dict.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(ref)?.dict ?? '')?.[1];
      if (toUnicode !== undefined) fonts.set(name, lettersOf(objects.get(toUnicode)?.stream ?? ''));
    }
  const pages = [...objects.values()].filter(({ stream }) => stream.includes(' Tf'));
  return pages.map(({ stream }) => textOfPage(stream, fonts)).join('\n');
}

interface Pdfobjekt {
  readonly dict: string;
  readonly stream: string;
}

/** The objects of a PDF by number. */
export function objectsOf(pdf: Buffer): ReadonlyMap<string, Pdfobjekt> {
  const raw = pdf.toString('latin1');
  const found = new Map<string, Pdfobjekt>();
  for (const match of raw.matchAll(/(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const body = raw.slice(start, raw.indexOf('endobj', start));
    const [dict = ''] = body.split('stream\n', 1);
    const stream =
      body.length > dict.length ? body.slice(dict.length + 'stream\n'.length, body.lastIndexOf('\nendstream')) : '';
    const isPacked = dict.includes('/FlateDecode');
    found.set(match[1] ?? '', {
      dict,
      stream: isPacked ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream,
    });
  }
  return found;
}

const letters = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Glyphs, as four hexadecimal digits, to what they stand for. */
function lettersOf(cmap: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, from = '0', list = ''] of cmap.matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[([^\]]*)\]/gi))
    for (const [nr, one] of [...list.matchAll(/<([\da-f]+)>/gi)].entries())
      found.set((Number.parseInt(from, 16) + nr).toString(16).padStart(4, '0'), letters(one[1] ?? ''));
  return found;
}

function textOfPage(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map();
  const text: string[] = [];
  for (const [, name, pieces = ''] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    else {
      const glyphs = [...pieces.matchAll(/<([\da-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      text.push(glyphs.map((glyph) => font.get(glyph.toLowerCase()) ?? '').join(''));
    }
  }
  return text.join('\n');
}
