import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { notePressed } from './matrix/note-pressed';
import { findChromium } from '../../infra/tidy/find-chromium.mjs';

/** WCAG 2.2 to level AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Not signed in yet is an answer a page asks for when it opens; the browser writes it down as an error all the same. */
const EXPECTED_REFUSALS = /\/api\/v1\/me(\/earnings)?(\?|$)/;

/** What a browser that may have no worker is made to say. */
const NO_WORKER = 'Service Worker registration blocked by Playwright';

export async function openBrowser(): Promise<Browser> {
  const { executablePath, args } = await findChromium();
  return chromium.launch({ executablePath, args });
}

/** Somebody at a screen of one width, and everything their browser would complain about. */
export class Visitor {
  readonly complaints: string[] = [];
  readonly hosts = new Set<string>();
  private readonly provoked: RegExp[] = [];

  private constructor(
    readonly page: Page,
    readonly name: string,
  ) {}

  /** @param how what this one's browser does otherwise than others */
  static async arrive(
    browser: Browser,
    name: string,
    width: number,
    how: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      hasTouch: width < 600,
      // A worker of the page's would answer in the house's place, and what a journey answers itself would not reach it.
      serviceWorkers: 'block',
      ...how,
    });
    context.setDefaultTimeout(30_000);
    const visitor = new Visitor(await context.newPage(), `${name}-${width}`);
    visitor.listen();
    return visitor;
  }

  /** What a journey brings about itself and then reads on the page is no complaint: the browser's line about such an answer. */
  provokes(line: RegExp): void {
    this.provoked.push(line);
  }

  /** Follows the page's own links and forms from here on, as every visitor does. */
  async open(url: string, waitUntil: 'networkidle' | 'load' = 'networkidle'): Promise<void> {
    await this.page.goto(url, { waitUntil });
  }

  /** Names what is wrong with the page as it stands, for people who do not see it or do not use a mouse. */
  async checkAccess(place: string): Promise<void> {
    // Before its program has run a page has neither.
    await this.page.getByRole('main', { includeHidden: true }).first().waitFor({ state: 'attached' });
    await this.page.getByRole('heading', { level: 1, includeHidden: true }).first().waitFor({ state: 'attached' });
    await this.page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    await this.judge(place, [...WCAG, 'best-practice']);
  }

  /** The same of a page that is still on its way. */
  async judge(place: string, rules: readonly string[] = WCAG): Promise<void> {
    // No page has frames of others: judged where it stands, each look spares a second page, which costs a process.
    const look = new AxeBuilder({ page: this.page }).setLegacyMode().options({
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values: [...rules] },
      // Off by itself, though WCAG 2.2 asks for it.
      rules: { 'target-size': { enabled: true } },
    });
    const { violations } = await look.analyze();
    for (const { id, nodes } of violations) {
      let targets = nodes.map((node) => node.target.join(' '));
      if (id === 'target-size') targets = await this.stillSmall(targets);
      if (targets.length > 0) this.complaints.push(`${place}: ${id} at ${targets.join(', ')}`);
    }
    const wider = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (wider > 0) this.complaints.push(`${place}: ${wider} px wider than the screen`);
  }

  /** What lies under a bar that stays can be scrolled out from under it: too small is what still is in the middle of the screen. */
  private async stillSmall(targets: readonly string[]): Promise<string[]> {
    const small: string[] = [];
    const scrolled = await this.page.evaluate(() => window.scrollY);
    for (const target of targets) {
      await this.page
        .locator(target)
        .first()
        .evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const look = new AxeBuilder({ page: this.page }).setLegacyMode().include(target).withRules('target-size');
      if ((await look.analyze()).violations.length > 0) small.push(target);
    }
    await this.page.evaluate((top) => window.scrollTo(0, top), scrolled);
    return small;
  }

  /** Keeps a picture of what was on the screen when something went wrong; answers where. */
  async picture(): Promise<string> {
    const folder = join(tmpdir(), 'xihuo-journeys');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${this.name}.png`);
    await this.page.screenshot({ path, fullPage: true });
    return `${path} (${this.page.url()})`;
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  private listen(): void {
    notePressed(this.page);
    // Papers come as blobs of the page itself, which have no host; what shows them is a piece of the browser.
    this.page.on('request', (request) => {
      const { protocol, host } = new URL(request.url().replace(/^blob:/, ''));
      if (!protocol.startsWith('chrome')) this.hosts.add(host);
    });
    this.page.on('pageerror', (error) => this.complaints.push(`script: ${error.message}`));
    this.page.on('console', (message) => {
      if ((message.type() !== 'error' && message.type() !== 'warning') || message.text() === NO_WORKER) return;
      const { url } = message.location();
      if (/status of 40[13]/.test(message.text()) && EXPECTED_REFUSALS.test(url)) return;
      // So is no longer: an open page of the console asks by itself when something has changed, also once business time has moved on
      // past its session.
      if (/status of 401/.test(message.text()) && new URL(this.page.url()).pathname.startsWith('/console')) return;
      if (this.provoked.some((line) => line.test(`${message.text()} ${url}`))) return;
      // Content security policy violations come this way too.
      this.complaints.push(`console at ${url}: ${message.text()}`);
    });
    this.page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // What a page still asked for when one went on to the next.
      if (this.provoked.some((line) => line.test(why))) return;
      if (why !== 'net::ERR_ABORTED') this.complaints.push(`request ${request.url()}: ${why}`);
    });
  }
}
