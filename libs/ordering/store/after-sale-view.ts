import type { ResponseOf } from '@xihuo/contract';
import { wire } from './order-view';
import type { CaseRow } from './after-sale.sql';

export type AfterSaleView = ResponseOf<'GET /supplier/after-sales/{id}'>;

export function afterSaleView(row: CaseRow): AfterSaleView {
  const { return_carrier: carrier, return_tracking_number: trackingNumber } = row;
  return {
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    supplierOrderId: row.supplier_order_id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    ...{ kind: row.kind, reason: row.reason, words: row.words, state: row.state },
    amount: wire(row.amount_fen),
    lines: row.lines.map(({ amountFen, ...line }) => ({ ...line, amount: wire(BigInt(amountFen)) })),
    ...{ photoIds: row.photo_ids, videoIds: row.video_ids },
    requestedAt: row.requested_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    answer: row.answer,
    returnParcel: carrier !== null && trackingNumber !== null ? { carrier, trackingNumber } : null,
    replacement: row.replacement,
    steps: row.steps.map((step) => ({
      ...{ event: step.event as AfterSaleView['steps'][number]['event'], state: step.state },
      ...{ by: step.by as AfterSaleView['steps'][number]['by'], note: step.note, at: new Date(step.at).toISOString() },
    })),
  };
}
