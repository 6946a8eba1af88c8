import type { Tx } from '@xihuo/platform';
import { closeSettled, fillSettleable, openSettleable, reopenSettled } from '../store/settleable.sql';

/**
 * Makes the table `settleable` (line_id, supplier_order_id, done) for this transaction: the lines of some suppliers' parts, released up to
 * the end of a business date, of which something may still be settled. The parts are held, so of two runs the second finds what the first has left, and a hold
 * that ends meanwhile waits.
 */
export async function openSettleableLines(tx: Tx, day: string, supplierIds: readonly string[]): Promise<void> {
  await tx.sql(openSettleable);
  await tx.sql(fillSettleable, [day, supplierIds]);
}

/** What the caller has marked as done in `settleable` is not looked at again, until it is reopened. */
export async function closeSettledLines(tx: Tx): Promise<void> {
  await tx.sql(closeSettled, [tx.now]);
}

/** Something of these lines can be settled once more: a hold has ended, or a funder has paid. */
export async function reopenLines(tx: Tx, lineIds: readonly string[]): Promise<void> {
  await tx.sql(reopenSettled, [lineIds]);
}
