import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';

const require = createRequire(import.meta.url);
const ONE_YEAR_SECONDS = 31_536_000;
const FONTS = [
  { file: 'Regular', weight: 400 },
  { file: 'Medium', weight: 500 },
  { file: 'SemiBold', weight: 600 },
  { file: 'Bold', weight: 700 },
] as const;
/** In cascade order; the reader's own settings come last and win. */
const OWN_SHEETS = [
  'tema.css',
  'app.css',
  'ram.css',
  'delar.css',
  'formular.css',
  'tabell.css',
  'arende.css',
  'tid.css',
  'plan.css',
  'profil.css',
  'uppgifter.css',
  'inloggning.css',
  'lagen.css',
];

/** One file served under /static: its hashed address, its type and its bytes. */
interface Asset {
  url: string;
  contentType: string;
  body: Buffer;
}

/** The names a page may ask for; the address carries a hash of the content. */
export type AssetName = 'stil.css' | 'app.js' | 'htmx.js' | 'ikon.svg';

/** The project's root is searched for upwards because this file runs both from api/ and from dist/api/. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('No package.json above the static files.');
    folder = parent;
  }
  return folder;
}

function toAsset(name: string, contentType: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const dot = name.lastIndexOf('.');
  return { url: `/static/${name.slice(0, dot)}-${hash}${name.slice(dot)}`, contentType, body };
}

function fontAssets(): { weight: number; asset: Asset }[] {
  // The package exports no path of a font, so the folder is found through its manifest.
  const folder = join(dirname(require.resolve('@fkui/font-default/package.json')), 'fonts');
  return FONTS.map(({ file, weight }) => ({
    weight,
    asset: toAsset(`inter-${weight}.woff2`, 'font/woff2', readFileSync(join(folder, `Inter-${file}.woff2`))),
  }));
}

/** One style sheet, in cascade order, so that a page costs one request and nothing flashes unstyled. */
function styleSheet(publicFolder: string, fonts: ReturnType<typeof fontAssets>): Asset {
  const faces = fonts.map(
    ({ weight, asset }) =>
      `@font-face{font-family:Inter;font-weight:${weight};font-display:swap;src:url("${asset.url}") format("woff2")}`,
  );
  const sheets = [
    require.resolve('@fkui/theme-default/dist/theme-light.css'),
    require.resolve('@fkui/design/lib/fkui.min.css'),
    ...OWN_SHEETS.map((file) => join(publicFolder, file)),
  ].map((file) => readFileSync(file, 'utf8'));
  return toAsset('stil.css', 'text/css; charset=utf-8', Buffer.from([...faces, ...sheets].join('\n')));
}

function loadAssets(): { byName: Map<AssetName, Asset>; byUrl: Map<string, Asset> } {
  const publicFolder = join(projectRoot(), 'api', 'public');
  const fonts = fontAssets();
  const javascript = 'text/javascript; charset=utf-8';
  const byName = new Map<AssetName, Asset>([
    ['stil.css', styleSheet(publicFolder, fonts)],
    ['app.js', toAsset('app.js', javascript, readFileSync(join(publicFolder, 'app.js')))],
    ['htmx.js', toAsset('htmx.js', javascript, readFileSync(require.resolve('htmx.org/dist/htmx.min.js')))],
    ['ikon.svg', toAsset('ikon.svg', 'image/svg+xml', readFileSync(join(publicFolder, 'ikon.svg')))],
  ]);
  const all = [...byName.values(), ...fonts.map((font) => font.asset)];
  return { byName, byUrl: new Map(all.map((asset) => [asset.url, asset])) };
}

const assets = loadAssets();

/**
 * Address of a static file, with a hash of its content, e.g. `/static/stil-1a2b3c4d5e6f.css`.
 * Throws only for a name outside {@link AssetName}, which the compiler stops first.
 */
export function assetUrl(name: AssetName): string {
  const asset = assets.byName.get(name);
  if (!asset) throw new Error(`Unknown static file ${name}`);
  return asset.url;
}

/**
 * Router that answers GET /static/* from memory: style sheet, fonts, scripts and the page icon.
 * Addresses change with the content and may therefore be cached for a year; an unknown one falls
 * through to the application's own 404. Mount it before sessions: it needs none.
 */
export function staticFiles(): Router {
  const router = Router();
  router.get('/static/:file', (request, response, next) => {
    const asset = assets.byUrl.get(`/static/${request.params.file}`);
    if (!asset) return next();
    response.set('Cache-Control', `public, max-age=${ONE_YEAR_SECONDS}, immutable`);
    response.type(asset.contentType).send(asset.body);
  });
  return router;
}
