import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);

/** The folder of the browser's package and its version; the package does not export its manifest. */
function chromiumPackage(): { folder: string; version: string } {
  const name = join('node_modules', '@sparticuz', 'chromium');
  const entry = require.resolve('@sparticuz/chromium');
  const folder = entry.slice(0, entry.lastIndexOf(name) + name.length);
  const manifest: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { folder, version: manifest.version };
}

/**
 * Unpacks the browser of the npm package, once per machine, user and version. The package writes into
 * TMPDIR under fixed names and takes a half-written file for a whole one, so it is given a folder of its
 * own, in a process of its own, and the whole is moved into place in one step.
 */
function unpackedBrowser(): string {
  const { folder: source, version } = chromiumPackage();
  const folder = join(tmpdir(), `remissflode-chromium-${version}-${userInfo().uid}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  const work = mkdtempSync(`${folder}-`);
  execFileSync(process.execPath, ['-e', "import('@sparticuz/chromium').then((m) => m.default.executablePath())"], {
    cwd: source,
    // Pretending to be the platform it was made for makes it unpack the system libraries (nss and others) too.
    env: { ...process.env, TMPDIR: work, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(
    join(work, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  try {
    renameSync(work, folder);
  } catch {
    // Another process was first; its copy is as good.
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** A bare machine lacks nss and fontconfig; there the browser gets the copies that came with it. */
function browserEnvironment(folder: string): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [key, value] of Object.entries(process.env)) if (value !== undefined) environment[key] = value;
  if (!existsSync('/etc/fonts/fonts.conf')) environment.FONTCONFIG_PATH = join(folder, 'fonts');
  const runs = spawnSync(join(folder, 'chromium'), ['--version'], { env: environment }).status === 0;
  if (!runs) environment.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
  return environment;
}

/**
 * Starts a headless Chromium from the npm package; nothing has to be installed on the machine, root is fine.
 * The caller closes it. Throws when the browser cannot start.
 */
export async function launchBrowser(): Promise<Browser> {
  const folder = unpackedBrowser();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    env: browserEnvironment(folder),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--no-pings',
      '--font-render-hinting=none',
    ],
  });
}

/** A separate set of cookies in a Swedish browser, `width` pixels wide. The caller closes it. */
export async function newContext(browser: Browser, width = 1280, javaScriptEnabled = true): Promise<BrowserContext> {
  return browser.newContext({
    javaScriptEnabled,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width, height: 900 },
    // a button that is fading to its colour has no contrast to measure
    reducedMotion: 'reduce',
  });
}

const AXE_OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** Serious faults that axe sees on the page as it is now, one line each; empty when there are none. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated through the debugger, which a page's content security policy does not stop.
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(
    `axe.run(document, ${JSON.stringify(AXE_OPTIONS)}).then(({ violations }) => violations.flatMap((rule) =>
      rule.nodes.map((node) => rule.id + ': ' + node.target.join(' ') + ' – ' + node.failureSummary)))`,
  );
}

const htmlValidator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Asks to replace ARIA by elements that say the same; `role="status"` on a message is deliberate.
    'prefer-native-element': ['error', { exclude: ['radiogroup', 'status', 'alert', 'region'] }],
  },
});

/** Faults of a whole HTML document by html-validate's standard and a11y presets, one line each. */
export async function htmlFaults(html: string): Promise<string[]> {
  const report = await htmlValidator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((fault) => `${fault.line}:${fault.column} ${fault.ruleId}: ${fault.message}`),
  );
}

/** Pixels by which the page is wider than the window; 0 when nobody has to scroll sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate<number>(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  );
}
