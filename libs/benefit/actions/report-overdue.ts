import { watch } from '@xihuo/admission';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { overdueDues } from '../store/overdue.sql';

/** Reports down, once a day and supplier, the fen that households have earned longer ago than the setting allows and not had. */
export async function reportOverdue(tx: Tx): Promise<void> {
  const today = time.businessDate(tx.now);
  const days = await policyOn(tx, 'benefit.payWithinDays', today);
  const rows = await tx.sql(overdueDues, [time.addDays(today, -days)]);
  await watch.reportSignals(
    tx,
    rows.map(({ supplier_id: supplierId, fen }) => ({
      ...{ supplierId, kind: 'unpaidDues' as const, day: today, amount: fen, source: 'benefit' },
    })),
  );
}
