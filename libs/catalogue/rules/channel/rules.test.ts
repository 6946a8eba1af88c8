import { wholeShares } from './funders';
import { phaseOf } from './phase';
import { mayHost, turnOf } from './turn';

const PAIR = { eastCode: '320000', westCode: '610000' };

test.each([
  ['nobody yet', null, null, '610000', true],
  ['the western province', '610000', null, '320000', true],
  ['the eastern province', '320000', null, '610000', true],
  ['nobody, and before the western one', null, '610000', '320000', true],
  ['nobody, and before the eastern one', null, '320000', '610000', true],
  ['the western province, and before the western one', '610000', '610000', '320000', true],
  ['the western province, and before the eastern one', '610000', '320000', '320000', false],
])('after %s the other one hosts', (_name, before, after, next, may) => {
  const other = next === '610000' ? '320000' : '610000';
  expect(turnOf(PAIR, { before, after })).toBe(next);
  expect([mayHost(PAIR, { before, after }, next), mayHost(PAIR, { before, after }, other)]).toEqual([may, false]);
});

test.each([
  ['2026-10-31', 'coming'],
  ['2026-11-01', 'running'],
  ['2026-11-30', 'running'],
  ['2026-12-01', 'over'],
])('on %s it is %s', (today, phase) => {
  expect(phaseOf({ startsOn: '2026-11-01', endsOn: '2026-11-30' }, today)).toBe(phase);
});

test.each([
  ['one bears all of it', [10_000], true],
  ['three parts', [5_000, 3_000, 2_000], true],
  ['a basis point short', [5_000, 4_999], false],
  ['a basis point over', [5_000, 5_001], false],
])('%s', (_name, shares, whole) => {
  expect(wholeShares(shares.map((shareBp) => ({ shareBp })))).toBe(whole);
});
