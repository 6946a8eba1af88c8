import { isSoundDay, labVerdict } from './lab-verdict';

const item = (passed: boolean, safety: boolean, name = '项') => ({ item: name, passed, safety });

test.each([
  ['everything passed', [item(true, true), item(true, false)], { event: 'pass', failed: [], safety: [] }],
  [
    'one of grade failed',
    [item(true, true), item(false, false, '水分')],
    { event: 'fail', failed: ['水分'], safety: [] },
  ],
  ['one of safety failed', [item(false, true, '毒死蜱')], { event: 'fail', failed: ['毒死蜱'], safety: ['毒死蜱'] }],
])('%s', (_what, items, expected) => expect(labVerdict(items)).toEqual(expected));

test.each([
  ['2026-11-23', '2026-11-20', true],
  ['2026-11-20', '2026-11-20', true],
  ['2026-11-19', '2026-11-20', false],
  ['2026-11-24', '2026-11-20', false],
  ['2026-11-01', null, true],
])('%s after %s on the 23rd: %s', (day, notBefore, expected) => {
  expect(isSoundDay(day, { notBefore, today: '2026-11-23' })).toBe(expected);
});
