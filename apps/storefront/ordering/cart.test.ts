import {
  add,
  bySupplier,
  canBuy,
  change,
  check,
  isValid,
  only,
  remove,
  total,
  type Cart,
  type CartItem,
  type ServerCart,
  type ServerLine,
} from './cart';

const yuan = (amount: string) => ({ amount, currency: 'CNY' as const });
const item = (skuId: string, supplier: string, amount: string, quantity = 1): CartItem => ({
  skuId,
  slug: `p-${skuId}`,
  category: 'fruit',
  name: { zh: '苹果', en: 'Apple' },
  pack: '5kg',
  supplier: { id: supplier, name: supplier },
  seenPrice: yuan(amount),
  quantity,
  selected: true,
});

const line = (skuId: string, amount: string, more: Partial<ServerLine> = {}) =>
  ({
    ...{ skuId, price: yuan(amount), state: 'ok', available: null, discount: yuan('0') },
    ...more,
  }) as ServerLine;
const seen = (lines: ServerLine[], invalid: ServerLine[] = []) =>
  ({ groups: [{ supplier: { id: 's', name: 's' }, lines }], invalid }) as unknown as ServerCart;

test('the same thing again adds up, within the bound of a line', () => {
  const cart = add(add([], item('a', 's1', '100', 2)), item('a', 's1', '120', 3));
  expect(cart).toHaveLength(1);
  expect(cart[0]).toMatchObject({ quantity: 5, seenPrice: yuan('120') });
  expect(add(cart, item('a', 's1', '120', 9999))[0]?.quantity).toBe(9999);
});

test('the last way by which a thing was found is kept, and none wipes it out', () => {
  const found = (via?: CartItem['via']): CartItem => ({ ...item('a', 's1', '100'), ...(via && { via }) });
  const cart = add(add([], found({ venue: 'yunnan-hall' })), found());
  expect(cart[0]?.via).toEqual({ venue: 'yunnan-hall' });
  expect(add(cart, found({ campaign: 'suqing-spring' }))[0]?.via).toEqual({ campaign: 'suqing-spring' });
  expect(add([], found())[0]).not.toHaveProperty('via');
});

test('buying one thing at once leaves the rest in the cart, unselected', () => {
  const cart: Cart = [item('a', 's1', '100', 4), item('b', 's2', '100')];
  expect(
    only(cart, item('a', 's1', '100', 1)).map(({ skuId, quantity, selected }) => [skuId, quantity, selected]),
  ).toEqual([
    ['b', 1, false],
    ['a', 1, true],
  ]);
});

test('each item is held against the cart as the server sees it', () => {
  const cart = ['a', 'b', 'c', 'd', 'e', 'f'].map((skuId) => item(skuId, 's', '100', 3));
  const view = seen(
    [
      line('a', '100'),
      line('b', '130', { state: 'priceChanged' }),
      line('f', '100', { state: 'tooFew', available: 2 }),
    ],
    [line('c', '100', { state: 'soldOut' }), line('d', '100', { state: 'notServed' })],
  );
  const checked = check(cart, view);
  expect(checked.map(({ state, price }) => [state, price.amount])).toEqual([
    ['ok', '100'],
    ['priceChanged', '130'],
    ['out', '100'],
    ['notServed', '100'],
    ['unchecked', '100'],
    ['tooFew', '100'],
  ]);
  expect(checked.filter(canBuy).map(({ skuId }) => skuId)).toEqual(['a', 'b', 'e']);
  expect(checked.filter(isValid).map(({ skuId }) => skuId)).toEqual(['a', 'b', 'e', 'f']);
  expect(check(cart, undefined).every(({ state }) => state === 'unchecked')).toBe(true);
});

test('groups and totals', () => {
  const cart: Cart = [item('a', 's1', '1990', 3), item('b', 's2', '5'), item('c', 's1', '10')];
  const checked = check(cart, seen([line('a', '2000'), line('b', '5'), line('c', '10')]));
  expect(bySupplier(checked).map((group) => [group.supplier.id, group.items.map(({ skuId }) => skuId)])).toEqual([
    ['s1', ['a', 'c']],
    ['s2', ['b']],
  ]);
  expect(total(checked)).toEqual(yuan('6015'));
});

test('changes and removals touch only what they name', () => {
  const cart: Cart = [item('a', 's1', '100'), item('b', 's2', '100')];
  expect(change(cart, ['b'], { quantity: 7 }).map(({ quantity }) => quantity)).toEqual([1, 7]);
  expect(remove(cart, ['a']).map(({ skuId }) => skuId)).toEqual(['b']);
});
