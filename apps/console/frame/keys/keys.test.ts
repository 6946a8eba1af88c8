import { pathOf, type Found } from './found-things';
import { withRecent } from './recent';
import { found, joined } from './ways';

const ways = [
  { to: '/ordering/orders', word: '订单', group: '销售' },
  { to: '/admission/queue', word: '审核队列', group: '准入' },
  { to: '/settlement/statements', word: '对账单', group: '资金' },
  { to: '/settlement/runs', word: '结算', group: '资金' },
];

test('a way whose name begins with what was typed stands before one that only has it', () => {
  expect(found(ways, '单').map(({ word }) => word)).toEqual(['订单', '对账单']);
  expect(found(ways, '对')[0]!.word).toBe('对账单');
  expect(found(ways, 'QUEUE').map(({ word }) => word)).toEqual(['审核队列']);
  expect(found(ways, '资金')).toHaveLength(2);
  expect(found(ways, 'xyz')).toEqual([]);
});

test('the same way is offered once', () => {
  expect(
    found([{ ...ways[0]!, group: '最近' }, ...ways], '').filter(({ to }) => to === '/ordering/orders'),
  ).toHaveLength(1);
});

test('what was opened last stands first and once; lists are no things', () => {
  const thing = (n: number) => ({ to: `/ordering/orders/0000000${n}-0000-7000-8000-000000000000`, word: `订单${n}` });
  const opened = [1, 2, 1].reduce<{ to: string; word: string }[]>((list, n) => withRecent(list, thing(n)), []);
  expect(opened.map(({ word }) => word)).toEqual(['订单1', '订单2']);
  expect(withRecent(opened, { to: '/ordering/orders', word: '订单' })).toEqual(opened);
});

test('a thing that was found stands where it was found first, also where it was opened just now', () => {
  const thing = { to: '/ordering/orders/1', word: '26112312345678', group: '订单' };
  expect(joined([thing], ways.slice(0, 2), [{ ...thing, group: '最近' }]).map(({ group }) => group)).toEqual([
    ...['订单', '销售', '准入'],
  ]);
});

test.each([
  ['order', '/ordering/orders/a'],
  ['ownDispute', '/disputes/a'],
  ['dispute', '/mediation/a'],
  ['product', '/catalogue/products/s/a'],
  ['supplier', '/admission/watching/suppliers/a'],
  ['case', '/admission/watching/cases/a'],
  ['statement', '/settlement/statements/a'],
] as const)('the page of a %s is at %s', (kind, path) => {
  const one: Found = {
    kind,
    id: 'a',
    supplierId: kind === 'product' ? 's' : null,
    name: '',
    about: null,
    exact: false,
  };
  expect(pathOf(one)).toBe(path);
});
