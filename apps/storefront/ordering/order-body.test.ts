import type { CheckedItem } from './cart';
import { bodyOf } from './order-body';

const draft = { name: '张三', phone: '13800000000', region: null, address: '' } as unknown as Parameters<
  typeof bodyOf
>[1]['draft'];
const yuan = (amount: string) => ({ amount, currency: 'CNY' as const });
const item = (state: CheckedItem['state'], seen: string, now: string) =>
  ({
    skuId: 'a',
    supplier: { id: 's' },
    quantity: 2,
    state,
    seenPrice: yuan(seen),
    price: yuan(now),
  }) as unknown as CheckedItem;

test.each([
  ['as seen', item('ok', '100', '100'), '100'],
  ['moved since, so that the server asks before it charges', item('priceChanged', '100', '130'), '100'],
  ['moved and said yes to', item('ok', '100', '130'), '130'],
])('a price %s', (_, line, expected) => {
  const point = { slug: 'hui-zhou', region: { code: '441300' }, address: null } as never;
  expect(bodyOf([line], { draft, point }, null).lines[0]?.unitPrice).toEqual(yuan(expected));
});

test('what is asked goes to the sellers of what is bought, and nothing where nothing is', () => {
  const point = { slug: 'hui-zhou', region: { code: '441300' }, address: null } as never;
  const remarksOf = (remarks: Record<string, string>) =>
    bodyOf([item('ok', '100', '100')], { draft, point, remarks }, null).remarks;
  expect(remarksOf({ s: ' 放门卫处 ', other: '不买了' })).toEqual([{ supplierId: 's', words: '放门卫处' }]);
  expect(remarksOf({ s: '  ' })).toBeUndefined();
});
