import { agreementWords } from './words';
import { whyEarned } from './why';

const yuan = (amount: string) => ({ amount, currency: 'CNY' as const });
const page = (effectiveTo: string | null) =>
  agreementWords({
    ...{ supplierName: '示例合作社', householdName: '李示例', village: '示例村', productName: '示例土豆' },
    terms: {
      ...{ kind: 'contractPurchase', productId: 'p', floorPricePerKg: yuan('123456'), premiumPerKg: yuan('0') },
      ...{ contractedGrams: 5_766_500, priority: 1, capGramsPerYear: null, capGramsPerLot: null, rebateBp: 0 },
    },
    ...{ effectiveFrom: '2026-10-06', effectiveTo, contestDays: 7 },
  }).sentences;

test('what is signed says figures and days as people do', () => {
  const all = page(null);
  expect(all.map(({ zh }) => zh).join('')).toMatch(
    /共 5,766\.5 千克。保底价每千克 1,234\.56 元.*从2026年10月6日起生效，直到一方终止。/,
  );
  expect(all.map(({ en }) => en).join(' ')).toMatch(
    /5,766\.5 kg .* ¥1,234\.56 per kg.* binds from 6 October 2026 until/,
  );
  const until = page('2027-09-30');
  expect(until.some(({ zh }) => zh === '从2026年10月6日起生效，到2027年9月30日为止（含当天）。')).toBe(true);
  expect(until.some(({ en }) => en.includes('from 6 October 2026 to 30 September 2027, the last day'))).toBe(true);
});

test('a refund of the surplus names its year in the sentence', () => {
  const earned = { kind: 'surplusRefund', productName: null, quantity: 840_000n, rateFen: 0n, pool: '2025' } as const;
  expect(whyEarned(earned)).toEqual({
    zh: '2025 年盈余返还，当年交易额 8,400.00 元',
    en: 'Surplus refund of 2025 on a transaction volume of ¥8,400.00 that year',
  });
});
