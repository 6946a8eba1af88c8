import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, partsOfAccount, PLACES, routesOfShop, STATES } from './places';

const text = readFileSync(join(__dirname, '../../apps/storefront/routes.tsx'), 'utf8');

test('every address of the router is read out of it', () => {
  const written = [...text.matchAll(/\.\.\.page\(|element: <NotFoundPage/g)].length;
  // The small pages of an account stand at one address of the router.
  const addresses = written - 1 + partsOfAccount().length;
  expect(routesOfShop()).toHaveLength(addresses);
  expect(new Set(routesOfShop()).size).toBe(addresses);
  expect(partsOfAccount()).toContain('account/settings');
});

test('every page of the shop is looked at, and nothing that is no page', () => {
  const listed = PLACES.map(({ route }) => route);
  expect(listed.filter((route) => !route.startsWith('/')).sort()).toEqual(routesOfShop().sort());
  expect(new Set(listed).size).toBe(listed.length);
});

test('what has its subject in its address can lack it, and no page stands in a state twice', () => {
  for (const { route, states } of PLACES) {
    expect([route, [...new Set(states)]]).toEqual([route, [...states]]);
    if (/:(id|slug|code|version|number|disputeId)/.test(route))
      expect([route, states]).toEqual([route, expect.arrayContaining(['notFound', 'error', 'loading'])]);
  }
  expect(STATES.filter((state) => !PLACES.some(({ states }) => states.includes(state)))).toEqual([]);
});

test('what is not there is asked for by an address of the same form', () => {
  const place = PLACES.find(({ route }) => route === 'orders/:id/disputes/:disputeId')!;
  expect(addressOf(place, 'notFound', {} as never)).toMatch(/^\/orders\/[0-9a-f-]{36}\/disputes\/[0-9a-f-]{36}$/);
});
