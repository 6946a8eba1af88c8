import { fail } from '@xihuo/contract';
import type { FieldProblem, ProblemError } from '@xihuo/kernel';
import type { PlacedLineRow } from '../store/place-orders.sql';
import type { Incoming } from './place-orders';
import { wire } from '../store/order-view';

/** Which part of a line a verdict is about. */
const POINTS_AT: Readonly<Record<string, string>> = {
  PRICE_CHANGED: 'unitPrice',
  OUT_OF_STOCK: 'quantity',
  QUANTITY_NOT_OFFERED: 'quantity',
};

/**
 * The refusal of an order: the worst verdict as its code, every faulty line named by its pointer. Where prices moved it
 * holds each old and new one, and the whole sum as it was shown and as it is now.
 */
export function refusal(
  order: Incoming,
  verdict: Exclude<PlacedLineRow['verdict'], 'placed' | 'TOO_MANY_UNPAID'>,
  rows: readonly PlacedLineRow[],
): ProblemError {
  const bySku = new Map(rows.map((row) => [row.sku_id, row]));
  const faulty = order.body.lines.flatMap((line, index): { index: number; row: PlacedLineRow }[] => {
    const row = bySku.get(line.skuId);
    return row && row.line_verdict !== 'placed' ? [{ index, row }] : [];
  });
  const errors: FieldProblem[] = faulty.map(({ index, row }) => ({
    pointer: `/lines/${index}/${POINTS_AT[row.line_verdict] ?? 'skuId'}`,
    code: row.line_verdict,
    message: row.product_name ?? 'unknown item',
  }));
  if (verdict === 'REGION_NOT_DELIVERABLE')
    errors.push({ pointer: '/delivery/regionCode', code: verdict, message: 'not deliverable' });
  if (verdict === 'PICKUP_NOT_OFFERED')
    errors.push({ pointer: '/pickup', code: verdict, message: 'not offered there' });
  if (verdict === 'COUPON_NOT_USABLE') errors.push({ pointer: '/coupons', code: verdict, message: 'not usable' });
  if (verdict === 'ORDER_TOO_LARGE')
    errors.push({ pointer: '/lines', code: verdict, message: 'more than one payment takes' });
  if (verdict === 'PRICE_CHANGED' && faulty.length === 0)
    errors.push({ pointer: '/total', code: verdict, message: 'not the sum that was shown' });
  const prices = faulty
    .filter(({ row }) => row.line_verdict === 'PRICE_CHANGED')
    .map(({ index, row }) => ({
      skuId: row.sku_id,
      old: order.body.lines[index]!.unitPrice!,
      new: wire(row.unit_price_fen!),
    }));
  const total = order.body.total && { old: order.body.total, new: wire(order.quote.amountFen) };
  const extra = verdict === 'PRICE_CHANGED' ? { prices, ...(total && { total }) } : {};
  return fail(verdict, { errors, extra });
}
