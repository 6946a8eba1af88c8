import { add, bySupplier, change, check, only, remove, total, type Cart, type CartItem } from './cart';

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

type Products = Parameters<typeof check>[1];

function product(skuId: string, amount: string, extra: { forSale?: boolean; stock?: 'inStock' | 'out' } = {}) {
  const offer = { skuId, price: yuan(amount), pack: '5kg', stock: 'inStock', forSale: true, ...extra };
  return [`p-${skuId}`, { offers: [offer] }] as unknown as [string, NonNullable<ReturnType<Products['get']>>];
}

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

test('each item is held against its product as it is now', () => {
  const cart = [
    item('a', 's', '100'),
    item('b', 's', '100'),
    item('c', 's', '100'),
    item('d', 's', '100'),
    item('e', 's', '100'),
  ];
  const now: Products = new Map([
    product('a', '100'),
    product('b', '130'),
    product('c', '100', { stock: 'out' }),
    product('d', '100', { forSale: false }),
  ]);
  expect(check(cart, now).map(({ state, price }) => [state, price.amount])).toEqual([
    ['ok', '100'],
    ['priceChanged', '130'],
    ['out', '100'],
    ['notForSale', '100'],
    ['unchecked', '100'],
  ]);
});

test('groups and totals', () => {
  const cart: Cart = [item('a', 's1', '1990', 3), item('b', 's2', '5'), item('c', 's1', '10')];
  const checked = check(cart, new Map([product('a', '2000'), product('b', '5'), product('c', '10')]));
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
