import { time } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { cutPieces, noteCut, reverseRebates } from '../store/rebate.sql';
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

/**
 * Second rebates that were reckoned from deliveries which have been put right since: what stands gives no more, and what they are
 * beyond that is taken back, where it is not paid yet. Asked once the agreements of the deliveries are held and what stands is
 * bought under them.
 */
export async function putRebatesRight(tx: Tx, kit: BenefitKit, deliveryIds: readonly string[]): Promise<void> {
  const cut = await tx.sql(cutPieces, [deliveryIds]);
  if (cut.length === 0) return;
  const saleIds = cut.map((row) => row.sale_id);
  await tx.sql(noteCut, [saleIds]);
  await overtake(tx, kit, await reverse(tx, saleIds));
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
