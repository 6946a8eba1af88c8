import { takenBack } from './set-free';

const part = (amountFen: bigint, line: string | null, overFen: bigint) => ({ amountFen, line, overFen });

test.each([
  ['a line that stands as it was', [part(500n, null, 0n)], [0n]],
  ['a line that was corrected upwards', [part(500n, 'x', -200n)], [0n]],
  ['less than the part', [part(500n, 'x', 300n)], [300n]],
  ['more than the part', [part(500n, 'x', 800n)], [500n]],
  ['two parts of one line', [part(500n, 'x', 600n), part(500n, 'x', 600n)], [500n, 100n]],
  ['each line for itself', [part(500n, 'x', 100n), part(500n, 'y', 200n)], [100n, 200n]],
])('%s', (_, parts, wanted) => {
  expect(takenBack(parts)).toEqual(wanted);
});
