import type { Browser } from 'playwright-core';
import { startHouse, type RunningHouse } from '../journeys/running-house';
import { openBrowser } from '../journeys/visitor';
import { Looker } from './looker';
import { chosenViews } from './views';

jest.setTimeout(1_800_000);

let house: RunningHouse;
let browser: Browser;
let looker: Looker;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  looker = await Looker.arrive(browser, house);
});
afterAll(async () => {
  await looker?.leave();
  await browser?.close();
  await house?.stop();
});

/** One test, since one view takes a second: what is wrong is named by place, state, width, mode, size and language. */
test('every page reads and fits in each of its states, whatever of width, light, size and language it meets', async () => {
  const wrong: string[] = [];
  for (const view of chosenViews()) wrong.push(...(await looker.look(view)));
  expect(wrong).toEqual([]);
});
