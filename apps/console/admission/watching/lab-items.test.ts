import { emptyItem, missingOf, resultOf } from './lab-items';

const WHOLE = { key: 0, item: ' 毒死蜱 ', limit: '', value: '未检出', verdict: 'passed' } as const;

test('a line needs its item, its value and its verdict; a limit not every item has', () => {
  expect(missingOf(emptyItem(0))).toEqual(['item', 'value', 'verdict']);
  expect(missingOf({ ...WHOLE, value: '  ' })).toEqual(['value']);
  expect(missingOf(WHOLE)).toEqual([]);
});

test.each([
  ['passed', { passed: true, safety: false }],
  ['failed', { passed: false, safety: false }],
  ['failedSafety', { passed: false, safety: true }],
] as const)('%s is sent as what the server judges by', (verdict, expected) => {
  expect(resultOf({ ...WHOLE, verdict })).toEqual({ item: '毒死蜱', limit: '', value: '未检出', ...expected });
});
