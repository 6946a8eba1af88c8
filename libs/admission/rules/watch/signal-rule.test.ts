import { consequenceOf, threshold, type SignalRule } from './signal-rule';

const rate: SignalRule = {
  ...{ signal: 'complaint', per: 'order', mode: 'rate', windowDays: 90, least: 30, ground: 'EXT-11' },
  steps: [
    { at: 1_500, measure: 'suspension' },
    { at: 300, measure: 'case' },
    { at: 500, measure: 'warning' },
  ],
};
const days: SignalRule = { ...rate, mode: 'days', per: null, least: 0, steps: [{ at: 10, measure: 'warning' }] };

test.each([
  ['below every step', rate, 2n, 100n, null],
  ['exactly at the first', rate, 3n, 100n, { measure: null, code: 'rate', value: 300n }],
  ['the strictest that is reached', rate, 20n, 100n, { measure: 'suspension', code: 'rate', value: 2_000n }],
  ['between two', rate, 149n, 1_000n, { measure: 'warning', code: 'rate', value: 1_490n }],
  ['too few to say anything', rate, 29n, 29n, null],
  ['just enough', rate, 30n, 30n, { measure: 'suspension', code: 'rate', value: 10_000n }],
  ['complaints without any order', rate, 5n, 0n, null],
  ['nine days', days, 9n, 0n, null],
  ['ten days', days, 10n, 0n, { measure: 'warning', code: 'days', value: 10n }],
  ['more than a number holds', days, 2n ** 62n, 0n, { measure: 'warning', code: 'days', value: 2n ** 62n }],
])('%s', (_what, rule, amount, base, expected) => {
  expect(consequenceOf(rule, { amount, base })).toEqual(expected);
});

test('the threshold is the lowest step', () => expect(threshold(rate)).toBe(300));

test('a rule never sends anybody out, whatever is reported', () => {
  const measures = [0n, 1n, 10n ** 6n, 10n ** 18n].map(
    (amount) => consequenceOf(rate, { amount, base: 100n })?.measure,
  );
  expect(new Set(measures)).toEqual(new Set([undefined, 'suspension']));
});
