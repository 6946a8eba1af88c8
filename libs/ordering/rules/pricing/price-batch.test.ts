import { isPaidAtOnce } from './price-batch';
import type { Quote } from './quote';

const of = (amountFen: bigint, suppliers: number) => {
  const parts = Array.from({ length: suppliers }, (_, at) => [String(at), {}] as const);
  return { amountFen, parts: new Map(parts) as unknown as Quote['parts'] };
};

test.each([
  ['the most a payment takes', 99_999_999n, 48, true],
  ['a fen more', 100_000_000n, 1, false],
  ['a supplier more', 1_000n, 49, false],
])('%s', (_, fen, suppliers, taken) => {
  expect(isPaidAtOnce(of(fen, suppliers))).toBe(taken);
});
