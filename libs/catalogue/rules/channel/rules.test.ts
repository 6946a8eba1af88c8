import { wholeShares } from './funders';
import { phaseOf } from './phase';
import { turnOf } from './turn';

const PAIR = { eastCode: '320000', westCode: '610000' };

test.each([
  ['nobody yet', null, '610000'],
  ['the western province', '610000', '320000'],
  ['the eastern province', '320000', '610000'],
])('after %s the other one hosts', (_name, last, next) => {
  expect(turnOf(PAIR, last)).toBe(next);
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
