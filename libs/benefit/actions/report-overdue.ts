import { watch } from '@xihuo/admission';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { overdueDues } from '../store/overdue.sql';

/** Reports down, once a day and supplier, the fen that households have earned longer ago than the setting of that day allows and not had. */
export async function reportOverdue(tx: Tx): Promise<void> {
  const today = time.businessDate(tx.now);
  const rows = await tx.sql(overdueDues, [today]);
  await watch.reportSignals(
    tx,
    rows.map(({ supplier_id: supplierId, fen }) => ({
      ...{ supplierId, kind: 'unpaidDues' as const, day: today, amount: fen, source: 'benefit' },
    })),
  );
}
