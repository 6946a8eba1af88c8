import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser } from './visitor';

/**
 * Everybody who works on the console goes through their menu, and from each list to its first row: every page is one that the matrix
 * says they read, nothing it asks for is refused, no button stands there whose act is not theirs and no link to a page that is not,
 * and no button that is theirs by their role alone is missing where another of that right finds it.
 */

jest.setTimeout(600_000);

type Matrix = Record<string, { readers: string[]; acts: Record<string, { by: string[]; drawn: string[] }> }>;
const matrix = JSON.parse(readFileSync(join(__dirname, '../../docs/console-matrix.json'), 'utf8')) as Matrix;
const ROLES = [
  ...(['supplier', 'countyAgriculture', 'countyRevitalisation', 'auditor'] as const),
  ...(['reviewer', 'operator', 'finance', 'mediator'] as const),
];

const patterns = Object.keys(matrix).map((path) => ({
  path,
  fits: new RegExp(`^/console/${path.replaceAll(/:\w+/g, '[^/]+')}$`),
}));
/** The nearest: `benefit/work/new` is no piece of work. */
const patternOf = (address: string) =>
  patterns
    .filter(({ fits }) => fits.test(new URL(address).pathname))
    .sort((one, other) => one.path.split(':').length - other.path.split(':').length)[0]?.path;

let house: RunningHouse;
let browser: Browser;
beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** Page by page, the acts whose buttons stood there. */
type Seen = Map<string, ReadonlySet<string>>;

/** Forms and other pages that a page leads to are acts as well: each is one of the matrix that the role reads. */
async function linksNotTheirs(page: Page, role: string): Promise<string[]> {
  const links = page.locator('main a[href^="/console/"]');
  const there = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  const to = new Set(there.map((address) => patternOf(address) ?? new URL(address).pathname));
  return [...to].filter((path) => !matrix[path]?.readers.includes(role));
}

/** Once a page has come to rest: what is wrong with it for this role. */
async function judge({ page }: Colleague, role: string, seen: Seen): Promise<string[]> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
  const path = patternOf(page.url());
  if (path === undefined) return [`${page.url()} is no page of the matrix`];
  const buttons = page.locator('main [data-act]:not([aria-disabled=true])');
  const named = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('data-act')!));
  // What only reads behind a second factor is no act.
  const acts = new Set(named.filter((act) => !act.startsWith('GET ')));
  seen.set(path, acts);
  const { readers, acts: cells } = matrix[path]!;
  return [
    ...(readers.includes(role) ? [] : [`${path} is linked and not theirs`]),
    ...[...acts].filter((act) => !cells[act]?.by.includes(role)).map((act) => `${path} offers ${act}`),
    ...(await linksNotTheirs(page, role)).map((to) => `${path} leads to ${to}`),
  ];
}

async function walk(who: Colleague, role: string): Promise<{ wrong: string[]; seen: Seen }> {
  const { page } = who;
  const [wrong, seen]: [string[], Seen] = [[], new Map()];
  page.on('response', (answer) => {
    if (answer.status() === 403) wrong.push(`${new URL(page.url()).pathname} asks for ${answer.url()}`);
  });
  await who.open('/', 'home');
  const menu = page.getByRole('navigation', { name: '菜单', exact: true });
  const links = await menu.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  for (const link of links.filter((href) => href !== '/console' && href !== '/console/')) {
    await menu.locator(`a[href="${link}"]`).click();
    // The address changes before the page does.
    await menu.locator(`a[href="${link}"][aria-current=page]`).waitFor();
    wrong.push(...(await judge(who, role, seen)));
    const row = page.locator('main tr[data-row] th a').first();
    if ((await row.count()) === 0) continue;
    const there = await row.getAttribute('href');
    await row.click();
    await page.locator(`main tr[data-row] th a[href="${there}"]`).waitFor({ state: 'detached' });
    wrong.push(...(await judge(who, role, seen)));
  }
  return { wrong, seen };
}

const walked = new Map<string, Seen>();

test.each(ROLES)('%s is let in wherever the menu leads, and is offered nothing that is not theirs', async (role) => {
  const who = await Colleague.arrive(browser, house, house.account(role).login);
  // A version that was drafted elsewhere is asked for as a draft first.
  who.visitor.provokes(/404.*\/admission\/standards\//);
  await goingRound(house, [who.visitor], async () => {
    const { wrong, seen } = await walk(who, role);
    walked.set(role, seen);
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(4);
  });
  await who.visitor.leave();
});

test('what one finds there by their role alone, everybody of the same right does', () => {
  const missing: string[] = [];
  for (const [path, { acts }] of Object.entries(matrix).filter(([path]) => !path.includes(':')))
    for (const [act, { drawn }] of Object.entries(acts)) {
      const were = drawn.flatMap((role) => {
        const there = walked.get(role)?.get(path);
        return there ? [{ role, has: there.has(act) }] : [];
      });
      if (were.some(({ has }) => has))
        missing.push(...were.filter(({ has }) => !has).map(({ role }) => `${role}: ${path}: ${act}`));
    }
  expect(missing).toEqual([]);
});
