import { isStale, sendAll, type Outcome } from './send-all';

test('every row is sent once, at most four at once, and a refused one stops no other', async () => {
  const rows = Array.from({ length: 11 }, (_, index) => index);
  const sent: number[] = [];
  const told = new Map<number, Outcome>();
  let open = 0;
  let most = 0;
  await sendAll(
    rows,
    async (row) => {
      open += 1;
      most = Math.max(most, open);
      sent.push(row);
      await Promise.resolve();
      open -= 1;
      if (row % 5 === 3) throw new Error('refused');
    },
    (row, outcome) => told.set(row, outcome),
  );
  expect(sent.toSorted((one, other) => one - other)).toEqual(rows);
  expect(most).toBe(4);
  expect(rows.filter((row) => told.get(row)?.state === 'failed')).toEqual([3, 8]);
  expect(rows.filter((row) => told.get(row)?.state === 'done')).toHaveLength(9);
});

test.each([
  [{ state: 'failed', problem: { status: 412 } }, true],
  [{ state: 'failed', problem: { status: 503 } }, false],
  [{ state: 'failed', problem: new Error('no answer') }, false],
  [{ state: 'done' }, false],
] as [Outcome, boolean][])('of %j it is %s that somebody changed the row', (outcome, stale) =>
  expect(isStale(outcome)).toBe(stale),
);
