/** What became of one row of many. */
export type Outcome = { state: 'sending' } | { state: 'done' } | { state: 'failed'; problem: unknown };

const STALE = 412;

/** Refused because somebody changed the row since it was read: sent again as it is, it is refused again. */
export const isStale = (outcome: Outcome | undefined): boolean =>
  outcome?.state === 'failed' && (outcome.problem as { status?: number } | null)?.status === STALE;

/** Sent side by side; more would only wait in the browser. */
const AT_ONCE = 4;

/**
 * Sends each row by itself, a few at once: one that is refused keeps no other from its turn, and none is sent twice.
 *
 * @param tell is called when a row is sent and again when its answer has come
 */
export async function sendAll<Row>(
  rows: readonly Row[],
  send: (row: Row) => Promise<unknown>,
  tell: (row: Row, outcome: Outcome) => void,
): Promise<void> {
  const waiting = rows.values();
  const worker = async () => {
    for (const row of waiting) {
      tell(row, { state: 'sending' });
      try {
        await send(row);
        tell(row, { state: 'done' });
      } catch (problem) {
        tell(row, { state: 'failed', problem });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, rows.length) }, worker));
}
