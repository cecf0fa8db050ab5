import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axeViolations, sidewaysScroll } from '../support/browser.js';

/** Answers that a form gives on purpose; the browser reports them as if a file were missing. */
const ANSWERED_ON_PURPOSE = /Failed to load resource: the server responded with a status of (404|409|422)/;

const NARROW = { width: 320, height: 800 };
const WIDE = { width: 1280, height: 900 };

/** `/arenden/VAG-2026-0001/beslut/avslut` is one kind of page, whatever the number. */
const kindOf = (url: string): string =>
  new URL(url).pathname
    .replaceAll(/[A-Z]+-\d{4}-\d{4}/g, '<nr>')
    .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '<id>')
    .replaceAll(/\/idp\/val\/[\w-]+/g, '/idp/val/<id>');

/** Looks at pages as they are visited: each kind once for its faults, every one for what the browser complains of. */
export class Sidkontroll {
  private readonly seen = new Set<string>();
  private readonly complaints: string[] = [];

  /**
   * @param granskare a page where axe can run, for visitors whose browser runs no script: it is shown the same markup
   */
  constructor(private readonly granskare?: Page) {}

  /** Kinds of page that have been looked at. */
  get kinds(): ReadonlySet<string> {
    return this.seen;
  }

  /** From now on what the browser complains of on this page counts. */
  follow(page: Page): void {
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !ANSWERED_ON_PURPOSE.test(text)) this.complaints.push(`${page.url()}: ${text}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
  }

  /**
   * Looks at the page as it is now.
   *
   * @param variant tells apart pages at one address that show different things: a phase, a role, a form with errors
   */
  async look(page: Page, variant = ''): Promise<void> {
    assert.deepEqual(this.complaints, []);
    const kind = `${kindOf(page.url())} ${variant}`.trim();
    if (this.seen.has(kind)) return;
    this.seen.add(kind);
    await picture(page, kind, WIDE.width);
    const axe = await axeViolations(this.granskare ? await this.copyTo(this.granskare, page) : page);
    await page.setViewportSize(NARROW);
    await picture(page, kind, NARROW.width);
    const sideways = await sidewaysScroll(page);
    await page.setViewportSize(WIDE);
    assert.deepEqual({ kind, axe, sideways }, { kind, axe: [], sideways: 0 });
  }

  private async copyTo(granskare: Page, page: Page): Promise<Page> {
    const body = await page.content();
    await granskare.unrouteAll();
    await granskare.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
    await granskare.goto(page.url());
    return granskare;
  }
}

/** Keeps a picture in the folder that SKARMBILDER names, for people to look at. */
async function picture(page: Page, kind: string, width: number): Promise<void> {
  const folder = process.env['SKARMBILDER'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const name = kind.replaceAll(/[^\wåäö]+/gi, '_').replace(/^_/, '') || 'start';
  await page.screenshot({ path: join(folder, `${name}_${width}.png`), fullPage: true });
}
