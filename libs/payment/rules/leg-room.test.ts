import { money } from '@xihuo/kernel';
import { heldFen, mustReleaseBy, overpaidFen, refundableFen, splittableFen } from './leg-room';

test.each([
  // amount, refunded, split, released -> held, splittable, refundable, overpaid
  ['untouched', 1_000, 0, 0, 0, 1_000, 300, 1_000, 0],
  ['thirty percent is rounded down', 999, 0, 0, 0, 999, 299, 999, 0],
  ['split before', 1_000, 0, 200, 0, 800, 100, 1_000, 0],
  ['split to the limit', 1_000, 0, 300, 0, 700, 0, 1_000, 0],
  ['little is held', 1_000, 0, 0, 900, 100, 100, 1_000, 0],
  ['released whole', 1_000, 0, 300, 700, 0, 0, 1_000, 0],
  ['refunded before release', 1_000, 400, 0, 0, 600, 300, 600, 0],
  ['refunded after release', 1_000, 400, 300, 700, 0, 0, 600, 400],
  ['refunded whole: the split is not the merchant to give back', 1_000, 1_000, 300, 700, 0, 0, 0, 700],
])('%s', (_name, amount, refunded, split, released, held, splittable, refundable, overpaid) => {
  const leg = {
    amountFen: money.fen(amount),
    refundedFen: money.fen(refunded),
    splitFen: money.fen(split),
    releasedFen: money.fen(released),
  };
  expect([heldFen(leg), splittableFen(leg), refundableFen(leg), overpaidFen(leg)].map(Number)).toEqual([
    held,
    splittable,
    refundable,
    overpaid,
  ]);
});

test('held money is due 180 days after capture', () => {
  expect(mustReleaseBy(new Date('2026-01-01T08:00:00Z'))).toEqual(new Date('2026-06-30T08:00:00Z'));
});
