import { asInCart, faultNow, isReady, listOf, wantedOf, withQuantity, type Draft, type Pack } from './list-lines';

const money = (amount: string) => ({ amount, currency: 'CNY' as const });
const pack = (skuId: string, minimumPacks = 10, stepPacks = 5): Pack => ({
  ...{
    skuId,
    productSlug: skuId,
    productName: skuId,
    pack: '一箱',
    supplierName: '示例合作社',
    minimumPacks,
    stepPacks,
  },
  ...{ unitPrice: money('100'), retailPrice: money('120') },
});
const draft = (quantity: number, of: Pack | null, fault: Draft['fault'] = null): Draft => ({
  ...{ row: 1, text: '', quantity, pack: of, candidates: [], fault },
});

test.each([
  ['enough, in full steps', draft(15, pack('a')), null],
  ['below the minimum', draft(5, pack('a')), 'BELOW_MINIMUM'],
  ['not a step', draft(12, pack('a')), 'NOT_A_STEP'],
  ['nothing chosen', draft(15, null, 'AMBIGUOUS'), 'AMBIGUOUS'],
  ['not there', draft(15, pack('a'), 'OUT_OF_STOCK'), 'OUT_OF_STOCK'],
] as const)('%s', (_name, line, fault) => {
  expect(faultNow(line)).toBe(fault);
  expect(isReady([line])).toBe(fault === null);
});

test.each([
  ['fewer of what is short are tried', 'OUT_OF_STOCK', 10, null],
  ['more of it are not', 'OUT_OF_STOCK', 20, 'OUT_OF_STOCK'],
  ['what is not for sale stays so', 'NOT_FOR_SALE', 10, 'NOT_FOR_SALE'],
] as const)('%s', (_name, fault, quantity, after) => {
  const before = draft(15, pack('a'), fault);
  expect(faultNow({ ...before, ...withQuantity(before, quantity) })).toBe(after);
});

test('two lines of one pack are one line of the order', () => {
  expect(wantedOf([draft(10, pack('a')), draft(5, pack('b')), draft(5, pack('a'))])).toEqual([
    { skuId: 'a', quantity: 15 },
    { skuId: 'b', quantity: 5 },
  ]);
});

test('what lies in the cart becomes a list, and of several packs with its code the one that lay there', () => {
  const items = [
    { skuId: 'b', slug: 'apple', quantity: 20 },
    { skuId: 'c', slug: 'pear', quantity: 2 },
  ];
  expect(listOf(items)).toBe('apple\t20\npear\t2');
  const candidates = [{ skuId: 'a' }, { skuId: 'b' }] as unknown as Draft['candidates'];
  const draft = { text: '', quantity: 20, pack: null, candidates, fault: 'AMBIGUOUS' } as unknown as Draft;
  const [apple, pear] = asInCart(
    [
      { ...draft, row: 1 },
      { ...draft, row: 2 },
    ],
    items,
  );
  expect([apple!.pack?.skuId, apple!.fault]).toEqual(['b', null]);
  expect([pear!.pack, pear!.fault]).toEqual([null, 'AMBIGUOUS']);
});
