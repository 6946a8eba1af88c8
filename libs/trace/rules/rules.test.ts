import { isDeliveryDay, mayContest, ofCategory, yieldGrams } from './delivery';
import { checkDigit, digitalLink, gtinOf, isKey, ssccOf } from './gs1';
import { lotCodeOf } from './lot-code';
import { kilograms } from './messages';
import { processingFault } from './processing';

test.each([
  ['629104150021', '3'],
  ['400638133393', '1'],
  ['0952000000001', '1'],
])('the check digit of %s is %s', (digits, wanted) => expect(checkDigit(digits)).toBe(wanted));

test('numbers lie in the range for demonstrations and hold their own check', () => {
  for (const item of [1n, 42n, 999_999_999n]) expect([gtinOf(item).length, isKey(gtinOf(item))]).toEqual([14, true]);
  expect(gtinOf(1n)).toMatch(/^0952/);
  expect([ssccOf(7n).length, isKey(ssccOf(7n))]).toEqual([18, true]);
  expect(() => gtinOf(1_000_000_000n)).toThrow('nine digits');
  expect(isKey(`${gtinOf(1n).slice(0, -1)}${(Number(gtinOf(1n).at(-1)) + 1) % 10}`)).toBe(false);
});

test('a code on a pack says number and lot', () => {
  expect(digitalLink('https://shop.test', gtinOf(1n), 'L261101ABCDEFGHJK')).toBe(
    `https://shop.test/01/${gtinOf(1n)}/10/L261101ABCDEFGHJK`,
  );
});

test('a lot code is a day and chance, and short enough for GS1', () => {
  const code = lotCodeOf('2026-11-01', Uint8Array.from([0, 31, 32, 255, 7, 8, 9, 10, 11, 12]));
  expect(code).toBe('L2611010Z0Z789ABC');
  expect(code.length).toBeLessThanOrEqual(20);
});

test.each<[string, boolean]>([
  ['2026-11-20', true],
  ['2026-10-21', true],
  ['2026-10-20', false],
  ['2026-11-21', false],
])('a delivery of %s: %s', (day, wanted) =>
  expect(isDeliveryDay(day, { today: '2026-11-20', backDays: 30 })).toBe(wanted),
);

test.each<[string | null, boolean]>([
  [null, true],
  ['2026-11-20', true],
  ['2026-10-21', true],
  ['2026-10-20', false],
])('contested when confirmed on %s: %s', (day, wanted) => expect(mayContest(day, '2026-11-20', 30)).toBe(wanted));

test('a category has its own entry, or that of all others', () => {
  expect([ofCategory({ '*': 1, tea: 2 }, 'tea'), ofCategory({ '*': 1 }, 'nut'), ofCategory({}, 'nut')]).toEqual([
    2,
    1,
    undefined,
  ]);
});

test('what a weight yields is whole grams, and never nothing', () => {
  expect([yieldGrams(1_001n, 2_200), yieldGrams(1n, 2_200), yieldGrams(5n, 10_000)]).toEqual([220n, 1n, 5n]);
});

test.each([
  [1_000n, '1'],
  [12_345n, '12.345'],
  [500n, '0.5'],
])('%i grams are %s kg', (grams, said) => expect(kilograms(grams)).toBe(said));

const part = (lotId: string, grams: bigint) => ({ lotId, grams });
test.each<[string, Parameters<typeof processingFault>[0], string | null]>([
  ['even', { inputs: [part('a', 10n)], outputs: [part('b', 10n)], losses: [] }, null],
  ['with a loss', { inputs: [part('a', 10n)], outputs: [part('b', 7n)], losses: [{ reason: 'x', grams: 3n }] }, null],
  ['a lot twice', { inputs: [part('a', 5n), part('a', 5n)], outputs: [part('b', 10n)], losses: [] }, 'LOT_TWICE'],
  ['into itself', { inputs: [part('a', 10n)], outputs: [part('a', 10n)], losses: [] }, 'LOT_CIRCLE'],
  ['too much out', { inputs: [part('a', 10n)], outputs: [part('b', 11n)], losses: [] }, 'PROCESSING_UNBALANCED'],
  [
    'too little',
    { inputs: [part('a', 10n)], outputs: [part('b', 1n)], losses: [{ reason: 'x', grams: 9n }] },
    'PROCESSING_YIELD',
  ],
])('processing %s: %s', (_, plan, wanted) =>
  expect(processingFault(plan, { leastBp: 5_000, mostBp: 10_000 })).toBe(wanted),
);
