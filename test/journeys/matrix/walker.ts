import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import { waitUntil } from '../../../infra/embedded/processes.mjs';
import type { Colleague } from '../admission/colleague';

type Matrix = Record<string, { readers: string[]; acts: Record<string, { by: string[]; drawn: string[] }> }>;
export const matrix = JSON.parse(readFileSync(join(__dirname, '../../../docs/console-matrix.json'), 'utf8')) as Matrix;

const patterns = Object.keys(matrix).map((path) => ({
  path,
  fits: new RegExp(`^/console/${path.replaceAll(/:\w+/g, '[^/]+')}$`),
}));

/** The nearest: `benefit/work/new` is no piece of work. */
function patternOf(address: string): string | undefined {
  const { pathname } = new URL(address, 'http://localhost');
  return patterns
    .filter(({ fits }) => fits.test(pathname))
    .sort((one, other) => one.path.split(':').length - other.path.split(':').length)[0]?.path;
}

/** What stood on a page: its place in the matrix, its address, and the acts whose buttons were there. */
export interface Stood {
  path: string;
  address: string;
  acts: ReadonlySet<string>;
  /** Those of buttons that wait for something, such as for a change to save. */
  waiting: ReadonlySet<string>;
}

interface Way {
  to: string;
  path: string;
  /** How the row stands that leads there: its states, in words. */
  how: string;
}

/** Of one kind of page, so many at most are looked into for what another state of the row would offer. */
const MOST_OF_A_KIND = 6;

/** Somebody of one role, going wherever links lead: the menu first, from each list on to a row of each state, and on from there. */
export class Walker {
  readonly wrong: string[] = [];
  readonly stood: Stood[] = [];
  private readonly went = new Map<string, Set<string>>();
  /** Reads that are under way; of the stream of news there is no end. */
  private readonly asked = new Set<Request>();

  constructor(
    private readonly who: Colleague,
    private readonly role: string,
  ) {
    this.page.on('request', (read) => {
      if (/\/api\/v1\//.test(read.url()) && read.resourceType() !== 'eventsource') this.asked.add(read);
    });
    this.page.on('requestfinished', (read) => void this.asked.delete(read));
    this.page.on('requestfailed', (read) => void this.asked.delete(read));
    this.page.on('response', (answer) => {
      if (answer.status() === 403) this.wrong.push(`${new URL(this.page.url()).pathname} asks for ${answer.url()}`);
    });
  }

  private get page(): Page {
    return this.who.page;
  }

  async walk(): Promise<void> {
    await this.who.open('/', 'home');
    const menu = this.page.getByRole('navigation', { name: '菜单', exact: true });
    const links = await menu.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    for (const link of links.filter((href) => href !== '/console' && href !== '/console/')) {
      await menu.locator(`a[href="${link}"]`).click();
      // The address changes before the page does.
      await menu.locator(`a[href="${link}"][aria-current=page]`).waitFor();
      await this.look();
    }
  }

  /** Once a page has come to rest: what is wrong with it for this role, and on to where it leads. */
  private async look(): Promise<void> {
    await this.rest();
    const path = patternOf(this.page.url());
    if (path === undefined) return void this.wrong.push(`${this.page.url()} is no page of the matrix`);
    await this.judge(path);
    for (const way of await this.ways()) if (this.isNew(way)) await this.follow(way);
  }

  /** The page is there, and what it asked for has come and was drawn, which may ask for more. */
  private async rest(): Promise<void> {
    await this.page.locator('h1:not([data-left])').first().waitFor();
    do {
      if (!(await waitUntil(() => Promise.resolve(this.asked.size === 0), 30_000, 10)))
        throw new Error(`${this.page.url()} still waits for ${[...this.asked].map((one) => one.url()).join()}`);
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
      await this.page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
    } while (this.asked.size > 0);
  }

  private async judge(path: string): Promise<void> {
    const buttons = await this.page
      .locator('main [data-act]')
      .evaluateAll((all) =>
        all.map((one) => ({ marked: one.getAttribute('data-act')!, still: one.ariaDisabled === 'true' })),
      );
    // What only reads behind a second factor is no act.
    const actsOf = (some: typeof buttons) =>
      new Set(some.flatMap(({ marked }) => marked.split(', ')).filter((act) => !act.startsWith('GET ')));
    const acts = actsOf(buttons.filter(({ still }) => !still));
    this.stood.push({ path, address: this.page.url(), acts, waiting: actsOf(buttons.filter(({ still }) => still)) });
    await this.read(path);
    const { readers, acts: cells } = matrix[path]!;
    if (!readers.includes(this.role)) this.wrong.push(`${path} is linked and not theirs`);
    for (const act of acts) if (!cells[act]?.by.includes(this.role)) this.wrong.push(`${path} offers ${act}`);
  }

  /** A full-width sign brings its own room: no space stands beside one. */
  private async read(path: string): Promise<void> {
    const lines = (await this.page.locator('main').innerText()).split('\n');
    for (const line of lines)
      if (/[，。；：！？、] | [，。；：！？、]/.test(line)) this.wrong.push(`${path} says ${line}`);
  }

  /** Forms and other pages that a page leads to are acts as well: each is one of the matrix that the role reads. */
  private async ways(): Promise<Way[]> {
    const links = await this.page.locator('main a[href^="/console/"]:not([target])').evaluateAll((all) =>
      all.map((one) => ({
        to: one.getAttribute('href')!,
        how: [...(one.closest('tr, li')?.querySelectorAll('.rounded-sm') ?? [])]
          .map((badge) => badge.textContent)
          .join(),
      })),
    );
    const here = patternOf(this.page.url())!;
    return links.flatMap(({ to, how }) => {
      const path = patternOf(to);
      if (path === undefined || !matrix[path]!.readers.includes(this.role)) {
        this.wrong.push(`${here} leads to ${path ?? to}`);
        return [];
      }
      return [{ to, how, path }];
    });
  }

  /** The first of its kind, and then of each state one, while something is theirs there that has not been seen. */
  private isNew({ path, how, to }: Way): boolean {
    const went = this.went.get(path) ?? new Set();
    this.went.set(path, went);
    if (this.stood.some(({ address }) => new URL(address).pathname === new URL(to, address).pathname)) return false;
    const isFirst = went.size === 0 && !this.stood.some((one) => one.path === path);
    const isWanted = !went.has(how) && went.size < MOST_OF_A_KIND && path.includes(':') && this.misses(path).length > 0;
    if (isFirst || isWanted) went.add(how);
    return isFirst || isWanted;
  }

  /** Acts that are the role's on a page and have not been seen there. */
  private misses(path: string): string[] {
    const seen = new Set(
      this.stood.filter((one) => one.path === path).flatMap(({ acts, waiting }) => [...acts, ...waiting]),
    );
    return Object.entries(matrix[path]!.acts).flatMap(([act, { by }]) =>
      by.includes(this.role) && !seen.has(act) ? [act] : [],
    );
  }

  private async follow({ to }: Way): Promise<void> {
    const leave = () => this.page.evaluate(() => document.querySelector('h1')?.setAttribute('data-left', ''));
    const from = this.page.url();
    await leave();
    await this.page.locator(`main a[href="${to}"]`).first().click();
    await this.look();
    await leave();
    await this.page.goBack();
    await this.page.waitForURL(from);
    await this.rest();
  }
}
