import { takenBack } from './set-free';

const part = (obligationId: string, amountFen: bigint, line: string | null, overFen: bigint) => ({
  ...{ obligationId, amountFen, line, overFen },
});

test.each([
  ['a line that stands as it was', [part('a', 500n, null, 0n)], {}],
  ['a line that was corrected upwards', [part('a', 500n, 'x', -200n)], {}],
  ['less than the part', [part('a', 500n, 'x', 300n)], { a: 300n }],
  ['more than the part', [part('a', 500n, 'x', 800n)], { a: 500n }],
  ['two parts of one line', [part('a', 500n, 'x', 600n), part('b', 500n, 'x', 600n)], { a: 500n, b: 100n }],
  ['each line for itself', [part('a', 500n, 'x', 100n), part('b', 500n, 'y', 200n)], { a: 100n, b: 200n }],
])('%s', (_, parts, wanted) => {
  expect(Object.fromEntries(takenBack(parts))).toEqual(wanted);
});
