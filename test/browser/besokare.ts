import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Sidkontroll } from './sidkontroll.js';

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The drawn button lies over the real one and belongs to its label: the click goes where a person clicks. */
const ON_ITS_LABEL = { force: true } as const;

/**
 * Somebody at a browser: reads what the page says and uses what it offers, found by role and name as a person (or a
 * screen reader) finds it. Every page that comes up is looked over.
 */
export class Besokare {
  constructor(
    readonly page: Page,
    private readonly baseUrl: string,
    private readonly kontroll: Sidkontroll,
    /** as whom she logs in: her name in the list of people */
    readonly namn: string,
  ) {
    kontroll.follow(page);
  }

  /** Opens an address of the installation; logs in on the way when that is asked for. */
  async open(address: string): Promise<void> {
    await this.page.goto(new URL(address, this.baseUrl).href);
    await this.kontroll.look(this.page, await this.variant());
    if (new URL(this.page.url()).pathname.startsWith('/idp/')) await this.press(this.namn);
  }

  async press(button: string): Promise<void> {
    // a long form has the same button above and below
    await this.turnPage(this.page.getByRole('button', { name: button, exact: true }).first());
  }

  async follow(link: string | RegExp): Promise<void> {
    const shown = this.page.getByRole('link', { name: link, exact: true }).first();
    if (typeof link === 'string' && (await shown.count()) === 0) await this.unfoldLink(link);
    await this.turnPage(shown);
  }

  /** Opens the part of the page that a link is folded into, as one who looks for it does. */
  private async unfoldLink(link: string): Promise<void> {
    const part = this.page.locator('details:not([open])').filter({ has: this.page.getByText(link, { exact: true }) });
    if ((await part.count()) > 0) await part.first().locator('summary').click();
  }

  /** Goes up by the trail above the page. */
  async goUp(): Promise<void> {
    await this.turnPage(this.page.getByRole('navigation', { name: 'Brödsmulor' }).getByRole('link').last());
  }

  async fill(label: string, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label, exact: true }).fill(text);
  }

  async choose(group: string, option: string | RegExp): Promise<void> {
    const one = this.page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: option, exact: true });
    await one.check(ON_ITS_LABEL);
  }

  async tick(group: string, options: readonly string[]): Promise<void> {
    for (const option of options)
      await this.page
        .getByRole('group', { name: group, exact: true })
        .getByRole('checkbox', { name: option, exact: true })
        .check(ON_ITS_LABEL);
  }

  async select(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });
  }

  /** Fills in the fields of one row. */
  async fillGroup(legend: string, texts: Readonly<Record<string, string>>): Promise<void> {
    const row = this.page.getByRole('group', { name: legend, exact: true });
    for (const [label, text] of Object.entries(texts))
      await row.getByRole('textbox', { name: label, exact: true }).fill(text);
  }

  /** Fills in one row of a list of actions. */
  async fillRow(legend: string, texts: Readonly<Record<string, string>>, verksamhet: string): Promise<void> {
    await this.fillGroup(legend, texts);
    const row = this.page.getByRole('group', { name: legend, exact: true });
    await row.getByRole('combobox', { name: 'Av vilken verksamhet?' }).selectOption({ label: verksamhet });
  }

  /** Opens a part of the page that is folded in, when it is. */
  async unfold(summary: string): Promise<void> {
    const part = this.page.locator('details').filter({ hasText: summary });
    if ((await part.getAttribute('open')) === null) await part.locator('summary').click();
  }

  /** What a field holds. */
  value(label: string): Promise<string> {
    return this.page.getByRole('textbox', { name: label, exact: true }).inputValue();
  }

  async heading(): Promise<string> {
    return plain(await this.page.getByRole('heading', { level: 1 }).innerText());
  }

  /** Everything that the page says, on one line. */
  async text(): Promise<string> {
    return plain(await this.page.getByRole('main').innerText());
  }

  /** What a named part of the page says. */
  async part(name: string): Promise<string> {
    return plain(await this.page.getByRole('region', { name }).innerText());
  }

  /** The row of a table that has a text, on one line. */
  async row(text: string): Promise<string> {
    return plain(await this.page.getByRole('row').filter({ hasText: text }).first().innerText());
  }

  /** The phases that are going on. */
  async phases(): Promise<string[]> {
    const now = this.page.getByRole('region', { name: 'Ärendets faser' }).getByRole('listitem');
    return (await now.filter({ hasText: 'Pågår' }).allInnerTexts()).map((text) => plain(text).replace(/ Pågår.*/, ''));
  }

  async sees(...texts: readonly string[]): Promise<void> {
    const text = await this.text();
    for (const one of texts) assert.ok(text.includes(one), `"${one}" is not on the page: ${text}`);
  }

  async doesNotSee(...texts: readonly string[]): Promise<void> {
    const html = await this.page.content();
    for (const one of texts) assert.ok(!html.includes(one), `"${one}" is on the page ${this.page.url()}`);
  }

  private async turnPage(control: Locator): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await Promise.all([loaded, control.click()]);
    await this.kontroll.look(this.page, await this.variant());
  }

  /** The same address shows another page to another role, in another phase, and when it tells of errors. */
  private async variant(): Promise<string> {
    const title = await this.page.title();
    const { pathname } = new URL(this.page.url());
    if (title.startsWith('Fel:')) return 'fel';
    if (pathname === '/') return this.namn;
    return /^\/arenden\/[^/]+$/.test(pathname) ? (await this.phases()).join(' och ') : '';
  }
}
