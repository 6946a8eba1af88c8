import { watch } from '@xihuo/admission';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { signalsOfOrders } from '../store/signals.sql';

/** Days told again each time: what has come since of a day takes the place of what was told. */
const DAYS_BACK = 3;

/** Reports down, day by day and supplier by supplier, what orders say: how many, claims of goods, late parcels, orders of its own people. */
export async function reportSignals(tx: Tx): Promise<void> {
  const today = time.businessDate(tx.now);
  const rows = await tx.sql(signalsOfOrders, [time.addDays(today, -DAYS_BACK)]);
  await watch.reportSignals(
    tx,
    rows.map(({ supplier_id: supplierId, ...signal }) => ({ ...signal, supplierId, source: 'ordering' })),
  );
}
