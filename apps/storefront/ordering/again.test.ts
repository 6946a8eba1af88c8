import { againFrom } from './again';
import { add } from './cart';
import type { ListedOrder } from './use-order';

const yuan = (amount: string) => ({ amount, currency: 'CNY' as const });
const order = {
  supplierOrders: [
    {
      supplier: { id: 's', name: '示例合作社' },
      lines: [
        {
          ...{
            skuId: 'one',
            productSlug: 'apple',
            productName: '苹果',
            pack: '5斤',
            quantity: 2,
            unitPrice: yuan('3980'),
          },
          look: { category: 'fruit', photo: '/api/v1/pictures/a.webp' },
        },
      ],
    },
  ],
} as unknown as ListedOrder;

test('the same goods go into the cart, chosen, at the price that was paid', () => {
  expect(againFrom(order)).toEqual([
    {
      ...{ skuId: 'one', slug: 'apple', category: 'fruit', photo: '/api/v1/pictures/a.webp', pack: '5斤' },
      ...{ name: { zh: '苹果', en: '苹果' }, supplier: { id: 's', name: '示例合作社' } },
      ...{ seenPrice: yuan('3980'), quantity: 2, selected: true },
    },
  ]);
});

test('what lies in the cart already becomes more', () => {
  expect([...againFrom(order), ...againFrom(order)].reduce(add, [] as ReturnType<typeof againFrom>)).toMatchObject([
    { quantity: 4 },
  ]);
});
