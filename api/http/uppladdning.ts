import type { Request, RequestHandler } from 'express';
import { fileTypeFromBuffer } from 'file-type';
import multer, { MulterError } from 'multer';
import { problem } from './errors.js';

/** Largest file, in bytes, and the most files of one form (design 2.1). */
export const MAX_FIL_BYTES = 10 * 1024 * 1024;
export const MEST_FILER = 5;

/** Name of the field with files. */
export const FILFALT = 'filer';

/** Where forms with files are sent. */
export const UPLOAD_PATHS = [
  '/arenden/:nummer/dokument',
  '/remisser/:nummer/bilagor',
  '/remisser/ny/:utkastId/bilagor',
  '/kansli/profiler/importera',
];

/** The media types that are taken, by content, each with the endings of names that belong to it; the first is usual. */
const TYPER: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'text/plain': ['txt'],
};

/** For the `accept` of the field. */
export const ANDELSER = Object.values(TYPER)
  .flat()
  .map((andelse) => `.${andelse}`)
  .join(',');

const TILLATNA = 'PDF, PNG, JPEG, Word (docx), OpenDocument (odt) eller ren text (txt)';
const MAX_NAMN = 120;

/** A file that was received and is of a kind that is taken. */
export interface Fil {
  readonly filnamn: string;
  /** Media type, by content. */
  readonly typ: string;
  readonly innehall: Uint8Array<ArrayBuffer>;
}

declare global {
  namespace Express {
    interface Request {
      /** Why the files of this form could not be read: shown beside the field. */
      uppladdningsfel?: string;
    }
  }
}

/** What the person can mend; anything else was not made by one of our forms. */
const FEL: Readonly<Record<string, string>> = {
  LIMIT_FILE_SIZE: `Välj filer som är högst ${MAX_FIL_BYTES / 1024 / 1024} MB var.`,
  LIMIT_FILE_COUNT: `Välj högst ${MEST_FILER} filer åt gången.`,
};

const upload = multer({
  storage: multer.memoryStorage(),
  limits: {
    fileSize: MAX_FIL_BYTES,
    files: MEST_FILER,
    fields: 20,
    fieldSize: 64 * 1024,
    fieldNestingDepth: 0,
    parts: MEST_FILER + 20,
  },
  defParamCharset: 'utf8',
  // nobody who is not logged in fills the memory; the fields are kept so that the form can be sent again
  fileFilter: (request, _file, done) => done(null, request.anvandare !== undefined),
}).array(FILFALT);

/**
 * Reads a multipart form into memory: fields to `body`, files to `files`. Faults that the person can mend are left in
 * `uppladdningsfel` for the route to show; a form that cannot be read at all is a 400.
 */
export const readUploads: RequestHandler = (request, response, next) => {
  void upload(request, response, (error: unknown) => {
    if (error === undefined || error === null) return next();
    const mendable = error instanceof MulterError ? FEL[error.code] : undefined;
    if (mendable === undefined) return next(problem(400, undefined, { cause: error }));
    request.uppladdningsfel = mendable;
    next();
  });
};

/**
 * A file's name as it is kept: no path, no control or direction characters, none that a file system forbids, at most 120
 * characters with its ending.
 */
export function cleanName(original: string): string {
  const base = original.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim();
  const dot = clean.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot, dot + 16)] : [clean, ''];
  return `${Array.from(stem || 'fil')
    .slice(0, MAX_NAMN - ending.length)
    .join('')}${ending}`;
}

/** Control characters of other content than text; those of lines, tabs and pages belong to text. */
const STYRTECKEN = /[^\P{Cc}\t\n\f\r\u007F-\u009F]/u;

/** Text without control characters other than those of lines and tabs. */
function isText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !STYRTECKEN.test(text);
  } catch {
    return false;
  }
}

/** The media type by content alone; what the browser says is not asked. */
async function typeOf(content: Uint8Array): Promise<string | undefined> {
  // a damaged archive is no known kind of file
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  return found?.mime ?? (isText(content) ? 'text/plain' : undefined);
}

async function examine({ originalname, buffer }: Express.Multer.File): Promise<Fil | string> {
  const filnamn = cleanName(originalname);
  if (buffer.length === 0) return `Filen ${filnamn} är tom. Välj en annan fil.`;
  const typ = await typeOf(buffer);
  const endings = typ === undefined ? undefined : TYPER[typ];
  if (typ === undefined || !endings) return `Filen ${filnamn} har ett innehåll som inte tas emot. Välj ${TILLATNA}.`;
  const ending = /\.([^.]+)$/.exec(filnamn)?.[1]?.toLowerCase();
  if (ending !== undefined && !endings.includes(ending))
    return `Filen ${filnamn} innehåller något annat än namnet säger. Spara den på nytt som ${TILLATNA}.`;
  return {
    filnamn: ending === undefined ? `${filnamn}.${endings[0]}` : filnamn,
    typ,
    innehall: new Uint8Array(buffer),
  };
}

/** The files of a form, or what is wrong with them, in sentences that stand beside the field. */
export async function filesOf(
  request: Request,
): Promise<{ readonly filer: readonly Fil[] } | { readonly fel: readonly string[] }> {
  if (request.uppladdningsfel !== undefined) return { fel: [request.uppladdningsfel] };
  const given = Array.isArray(request.files) ? request.files : [];
  if (given.length === 0) return { fel: ['Välj minst en fil.'] };
  const examined = await Promise.all(given.map(examine));
  const fel = examined.filter((one) => typeof one === 'string');
  return fel.length > 0 ? { fel } : { filer: examined.filter((one) => typeof one !== 'string') };
}
