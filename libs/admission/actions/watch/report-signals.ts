import { must } from '@xihuo/kernel';
import { watching } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { putSignals } from '../../store/watch/signal.sql';

export interface Signal {
  readonly supplierId: string;
  readonly kind: (typeof watching.SIGNAL_KINDS)[number];
  readonly day: string;
  readonly amount: bigint;
  /** Who tells it, such as `order:<id>`: told again, it is the same signal with what was told last. */
  readonly source: string;
}

const MOST = 9_000_000_000_000_000_000n;

/** Takes what others report about suppliers: counts, fen, grams. Rules look at it with the next round. */
export async function reportSignals(tx: Tx, signals: readonly Signal[]): Promise<void> {
  if (signals.length === 0) return;
  const rows = new Map(
    signals.map((signal) => [JSON.stringify([signal.supplierId, signal.kind, signal.day, signal.source]), signal]),
  );
  for (const { amount, day } of rows.values()) {
    must(amount >= 0n && amount < MOST, 'a signal is an amount');
    must(/^\d{4}-\d{2}-\d{2}$/.test(day), 'a signal is of a day');
  }
  await tx.sql(putSignals, [
    JSON.stringify(
      [...rows.values()].map(({ supplierId, kind, day, source, amount }) => ({
        ...{ supplier_id: supplierId, kind, day, source, amount: String(amount) },
      })),
    ),
  ]);
}

/** One signal; see reportSignals. */
export function reportSignal(
  tx: Tx,
  supplierId: string,
  kind: Signal['kind'],
  { day, amount, source }: Pick<Signal, 'day' | 'amount' | 'source'>,
): Promise<void> {
  return reportSignals(tx, [{ supplierId, kind, day, amount, source }]);
}
