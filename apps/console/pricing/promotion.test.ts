import { basisPointsOf, BLANK, instantOf, ownFormOf, platformFormOf, type PromotionTyped } from './promotion';

const typed = (some: Partial<PromotionTyped>): PromotionTyped => ({
  ...BLANK,
  ...{ name: { zh: '秋收满减', en: 'Harvest' }, startsAt: '2026-11-28T00:00', endsAt: '2026-12-28T00:00', ...some },
});
const yuan = (amount: string) => ({ amount, currency: 'CNY' as const });

test('times are those of Beijing, percentages basis points', () => {
  expect(instantOf('2026-11-28T08:00')).toBe('2026-11-28T00:00:00.000Z');
  expect(instantOf('tomorrow')).toBeNull();
  expect(['12.5', '90', '0', '91', 'x'].map(basisPointsOf)).toEqual([1_250, 9_000, null, null, null]);
});

test.each([
  ['fullReduction', { threshold: '100', reduction: '10' }, { threshold: yuan('10000'), reduction: yuan('1000') }],
  ['coupon', { threshold: '100', reduction: '10', claimsMost: '500' }, { claimsMost: 500, claimsEach: 1 }],
  ['campaignPrice', { percent: '5' }, { percentBp: 500 }],
  [
    'flashPrice',
    { prices: [{ skuId: 'a', price: '6.6', packsMost: '10', packsEach: '' }] },
    { prices: [{ skuId: 'a', price: yuan('660'), packsMost: 10, packsEach: null }] },
  ],
] as const)('%s is what was typed', (kind, some, form) => {
  expect(ownFormOf(typed({ kind, ...some }))).toMatchObject({ faults: [], form: { kind, ...form } });
});

test.each([
  ['name', { name: { zh: '秋收', en: ' ' }, threshold: '2', reduction: '1' }],
  ['time', { endsAt: '2026-11-27T00:00', threshold: '2', reduction: '1' }],
  ['reduction', { threshold: '10', reduction: '10' }],
  ['claims', { kind: 'coupon', threshold: '10', reduction: '1', claimsMost: '0' }],
  ['percent', { kind: 'campaignPrice', percent: '100' }],
  ['prices', { kind: 'flashPrice' }],
] as const)('what is wrong with the %s is named', (fault, some) => {
  expect(ownFormOf(typed(some))).toEqual({ faults: [fault], form: null });
});

test("the platform's is paid by the platform, and makes no prices of others' goods", () => {
  expect(platformFormOf(typed({ threshold: '100', reduction: '10' })).form).toMatchObject({
    ...{ kind: 'fullReduction', funders: [{ kind: 'platform', shareBp: 10_000 }] },
  });
  expect(platformFormOf(typed({ kind: 'campaignPrice', percent: '5' })).form).toBeNull();
});
