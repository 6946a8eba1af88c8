import { change, remove, type Cart, type CartItem, type ServerCart } from './cart';
import { adopt, changesOf, refusalOf, stillPending, touched } from './cart-sync';

const yuan = (amount: string) => ({ amount, currency: 'CNY' as const });
const supplier = { id: 's', name: '示例合作社' };
const item = (skuId: string, quantity = 1): CartItem => ({
  ...{ skuId, slug: `p-${skuId}`, category: 'fruit', name: { zh: '苹果', en: 'Apple' }, pack: '5kg', supplier },
  ...{ seenPrice: yuan('100'), quantity, selected: true },
});
const server = (items: readonly CartItem[]) =>
  ({
    groups: [{ supplier, lines: items.map((one) => ({ ...one, price: one.seenPrice })) }],
    invalid: [],
  }) as unknown as ServerCart;

test('what was touched is told as it is now, what is gone as gone, and no more than a message holds', () => {
  const before: Cart = [item('a'), item('b')];
  const after = remove(change(before, ['a'], { quantity: 3 }), ['b']);
  expect(touched(before, after)).toEqual(['a', 'b']);
  expect(changesOf(after, ['a', 'b'])).toEqual([
    { skuId: 'a', quantity: 3, selected: true, seenPrice: yuan('100') },
    { skuId: 'b', quantity: 0 },
  ]);
  expect(
    changesOf(
      [],
      Array.from({ length: 150 }, (_, at) => String(at)),
    ),
  ).toHaveLength(100);
});

test('what changes while it is being told stays to be told', () => {
  const told: Cart = [item('a'), item('b')];
  const now = change(told, ['b'], { quantity: 9 });
  expect(stillPending(told, now, changesOf(told, ['a', 'b']), ['a', 'b', 'c'])).toEqual(['b', 'c']);
});

test('the answer is taken over: nothing new to tell where all is as it was, what another device did is here too', () => {
  const cart: Cart = [item('a'), item('b'), item('c')];
  expect(adopt(cart, server([item('c'), item('a'), item('b')]))).toBe(cart);
  const next = adopt(cart, server([item('a', 5), item('b'), item('d', 2)]));
  expect(next.map(({ skuId, quantity }) => [skuId, quantity])).toEqual([
    ['a', 5],
    ['b', 1],
    ['d', 2],
  ]);
  expect(next[1]).toBe(cart[1]);
  expect(next[2]).toMatchObject({ supplier, slug: 'p-d' });
});

test('a full cart is refused for good, too many begun carts only for now; a fault of the network is no refusal', () => {
  expect(refusalOf('CART_FULL')).toEqual({ code: 'CART_FULL', forGood: true });
  expect(refusalOf('RATE_LIMITED')).toEqual({ code: 'RATE_LIMITED', forGood: false });
  expect(refusalOf('NETWORK')).toBeNull();
});
