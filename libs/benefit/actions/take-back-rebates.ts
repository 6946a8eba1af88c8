import { time } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { reverseRebates } from '../store/rebate.sql';
import { lockSalesOf, noteRefunds } from '../store/sale.sql';
import type { BenefitKit } from './benefit-kit';
import { overtake } from './contest/open-contest';
import { oweLess } from './owe';

/**
 * What buyers got back of lines that were settled takes its part of their second rebates with it, where that is not paid yet: in whole
 * or in proportion, never more than was owed. What is paid stays the household's, and the supplier bears it (design part 3); wages, floor
 * prices and premiums are never touched. Asked again, it does what is left to do.
 *
 * @param supplierOrderIds parts of orders of whose lines something may have gone back
 */
export async function takeBackRebates(tx: Tx, kit: BenefitKit, supplierOrderIds: readonly string[]): Promise<void> {
  const held = await tx.sql(lockSalesOf, [supplierOrderIds]);
  if (held.length === 0) return;
  await tx.sql(noteRefunds, [supplierOrderIds]);
  const whole = await reverse(
    tx,
    held.map(({ id }) => id),
  );
  await overtake(tx, kit, whole);
}

/** Of sales that are held. @returns the debts of which nothing is left */
export async function reverse(tx: Tx, saleIds: readonly string[]): Promise<string[]> {
  const back = await tx.sql(reverseRebates, [saleIds]);
  await oweLess(
    tx,
    back.map((row) => ({
      ...{ supplierId: row.supplier_id, amountFen: row.fen, code: 'obligation.reversed' as const },
      ...{ groupId: newId(), sourceKind: 'obligation', sourceId: row.id, businessDate: time.businessDate(tx.now) },
    })),
  );
  return back.filter(({ whole }) => whole).map(({ id }) => id);
}
