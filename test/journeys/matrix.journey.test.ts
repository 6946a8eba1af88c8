import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, type Visitor } from './visitor';

/**
 * Everybody who works on the console goes wherever its links lead, to the first thing of each kind: no button stands there whose act the
 * matrix does not give them, every page is one that the matrix says they read, and each is looked at once by whoever does not see.
 */

jest.setTimeout(900_000);

/** A mediator has the least to do here. */
const FEWEST = 6;

type Matrix = Record<string, { readers: string[]; acts: Record<string, { by: string[] }> }>;
const matrix = JSON.parse(readFileSync(join(__dirname, '../../docs/console-matrix.json'), 'utf8')) as Matrix;
const patterns = Object.keys(matrix).map((path) => ({
  path,
  fits: new RegExp(`^/console/${path.replaceAll(/:\w+/g, '[^/]+')}$`),
}));
/** The nearest: `benefit/work/new` is no piece of work. */
const patternOf = (address: string) =>
  patterns
    .filter(({ fits }) => fits.test(address))
    .sort((one, other) => one.path.split(':').length - other.path.split(':').length)[0]?.path;
let house: RunningHouse;
let browser: Browser;
const visitors: Visitor[] = [];
beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** Buttons that name their act, where they can be pressed. */
const offered = ({ page }: Colleague) =>
  page
    .locator('main [data-act]:not([aria-disabled])')
    .evaluateAll((buttons) => [...new Set(buttons.map((one) => one.getAttribute('data-act')!))]);

/** Where the links of the menu and of the page lead. */
const ahead = ({ page }: Colleague) =>
  page
    .locator('a[href^="/console/"]')
    .evaluateAll((links) =>
      links.map((one) => new URL((one as HTMLAnchorElement).href).pathname.replace('/console', '')),
    );

async function walk(who: Colleague, role: string): Promise<{ wrong: string[]; seen: Set<string> }> {
  const seen = new Set<string>();
  const wrong: string[] = [];
  const next = ['/'];
  for (let address = next.shift(); address !== undefined; address = next.shift()) {
    const path = address === '/' ? 'home' : patternOf(`/console${address}`);
    if (path === undefined || seen.has(path)) continue;
    seen.add(path);
    await who.open(address, path);
    await who.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    if (path !== 'home' && !matrix[path]!.readers.includes(role)) wrong.push(`${path} is linked and not read`);
    for (const act of await offered(who))
      if (!matrix[path]?.acts[act]?.by.includes(role)) wrong.push(`${path} offers ${act}`);
    next.push(...(await ahead(who)));
  }
  return { wrong, seen };
}

test.each(['supplier', 'countyAgriculture', 'auditor', 'reviewer', 'operator', 'finance', 'mediator'])(
  '%s finds on every page only what the server lets them do',
  async (role) => {
    await goingRound(house, visitors, async () => {
      const who = await Colleague.arrive(browser, house, role);
      visitors.splice(0, visitors.length, who.visitor);
      const { wrong, seen } = await walk(who, role);
      expect(wrong).toEqual([]);
      expect(seen.size).toBeGreaterThan(FEWEST);
    });
    await visitors[0]!.leave();
  },
);
