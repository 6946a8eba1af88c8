// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- a test ships to no phone, and this one holds the menu against the contract itself
import { CONSOLE_ROLES, routes, type RouteDefinition } from '@xihuo/contract';
import { menu, menuFor } from './menu';

test.each(menu.flatMap((group) => group.items))('$to is seen by whom $route answers', ({ route, roles }) => {
  const { access }: RouteDefinition = routes[route];
  expect(roles && [...roles].sort()).toEqual(access.kind === 'roles' ? [...access.roles].sort() : undefined);
});

test('every role that works here finds a page', () => {
  const only = menuFor([]).flatMap((group) => group.items);
  const without = CONSOLE_ROLES.filter(
    (role) => menuFor([{ role, jurisdiction: null }]).flatMap((group) => group.items).length === only.length,
  );
  expect(without).toEqual([]);
});

test('what is of the whole country is offered to whose role holds in all of it', () => {
  const ways = (jurisdiction: object | null, role: 'auditor' | 'operator' = 'auditor') =>
    menuFor([{ role, jurisdiction }]).flatMap(({ items }) => items.map(({ to }) => to));
  const ofAll = ['/settlement/payouts', '/payment/differences', '/channels/results'];
  expect(ways(null)).toEqual(expect.arrayContaining(ofAll));
  expect(ways({ code: '620000', name: '甘肃省' }).filter((to) => ofAll.includes(to))).toEqual([]);
  expect(ways({ code: '620000', name: '甘肃省' })).toContain('/ledger');
  expect(ways(null, 'operator')).toContain('/channels/results');
  expect(ways({ code: '620000', name: '甘肃省' }, 'operator')).not.toContain('/channels/results');
});
