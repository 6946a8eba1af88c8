import { expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { goingRound } from './going-round';
import { doBusiness } from './matrix/business';
import { NEED_NOT_STAND } from './matrix/need-not-stand';
import { matrix, Walker, type Stood } from './matrix/walker';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser } from './visitor';

/**
 * Everybody who works on the console goes through their menu, and from there wherever links lead: every page is one that the matrix
 * says they read, nothing it asks for is refused, no button stands there whose act is not theirs and no link to a page that is not,
 * no button that is theirs by their role alone is missing where another of that right finds it, and every act there is stands somewhere.
 */

jest.setTimeout(600_000);

/** An account of each role; of suppliers also one that only applies, which sees other pages. */
const WHO = [
  ['supplier', 'supplier'],
  ['supplier', 'applicant'],
  ['countyAgriculture', 'county-farm'],
  ['countyRevitalisation', 'county-link'],
  ['auditor', 'auditor'],
  // This one has a case in hand.
  ['reviewer', 'reviewer-3'],
  ['operator', 'operator'],
  ['finance', 'finance'],
  ['mediator', 'mediator'],
] as const;

let house: RunningHouse;
let browser: Browser;
beforeAll(async () => {
  house = await startHouse();
  await doBusiness(house);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** By account. */
const walked = new Map<string, { role: string; stood: readonly Stood[] }>();

test.each(WHO)(
  '%s %s is let in wherever links lead, and is offered nothing that is not theirs',
  async (role, login) => {
    const who = await Colleague.arrive(browser, house, login);
    // A version that was drafted elsewhere is asked for as a draft first; whoever only applies is no supplier that can be looked up.
    who.visitor.provokes(/404.*\/(admission\/standards|suppliers)\/[^/]+$/);
    await goingRound(house, [who.visitor], async () => {
      const walker = new Walker(who, role);
      await walker.walk();
      walked.set(login, { role, stood: walker.stood });
      expect(walker.wrong).toEqual([]);
      expect(walker.stood.length).toBeGreaterThan(4);
    });
    await who.visitor.leave();
  },
);

/** Which of these stand there is the reader's own affair. */
const OF_ONESELF = ['DELETE /me/sessions/{id}'];

test('what one finds at an address by their role alone, everybody of the same right does', () => {
  const all = [...walked.values()].flatMap(({ role, stood }) => stood.map((one) => ({ ...one, role })));
  const missing = all.flatMap(({ path, address, acts, role }) => {
    const others = all.filter((one) => one.address === address && one.role !== role);
    return [...acts].flatMap((act) => {
      const { drawn } = matrix[path]!.acts[act]!;
      if (!drawn.includes(role) || OF_ONESELF.includes(act)) return [];
      return others
        .filter((other) => drawn.includes(other.role) && !other.acts.has(act) && !other.waiting.has(act))
        .map((other) => `${other.role}: ${path}: ${act}`);
    });
  });
  expect([...new Set(missing)]).toEqual([]);
});

test('every act stands somewhere on the walk, or is known to need a row that is not there', () => {
  const stood = [...walked.values()].flatMap((one) => one.stood);
  const seen = new Set(stood.flatMap(({ acts, waiting }) => [...acts, ...waiting]));
  const acts = new Set(Object.values(matrix).flatMap((page) => Object.keys(page.acts)));
  expect([...acts].filter((act) => !seen.has(act) && !NEED_NOT_STAND.has(act)).sort()).toEqual([]);
  expect([...NEED_NOT_STAND].filter((act) => !acts.has(act))).toEqual([]);
});
