import type { CartItem } from './cart';
import { cartCopy } from './cart-store';
import { forgetKept } from './forget-kept';
import { putBack, takenOut, takeOut } from './taken-out';

const item: CartItem = {
  ...{ skuId: 'a', slug: 'apple', category: 'fruit', photo: null, name: { zh: '苹果', en: 'Apple' } },
  ...{ pack: '一箱', supplier: { id: 's', name: '合作社' }, quantity: 2, selected: true },
  seenPrice: { amount: '1000', currency: 'CNY' },
};

test('what was taken out last can be put back', () => {
  cartCopy.cart.set([item]);
  takeOut([item]);
  expect(cartCopy.cart.get()).toEqual([]);
  putBack();
  expect([cartCopy.cart.get(), takenOut()]).toEqual([[item], []]);
});

test('whoever comes after a sign-out cannot put back what somebody else took out', () => {
  cartCopy.cart.set([item]);
  takeOut([item]);
  forgetKept();
  expect(takenOut()).toEqual([]);
  putBack();
  expect(cartCopy.cart.get()).toEqual([]);
});
