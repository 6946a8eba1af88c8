import type { ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { OrderLineJson, OrderRow, SupplierOrderRow } from './order.sql';

export type OrderView = ResponseOf<'GET /orders/{id}'>;
type SupplierOrderView = OrderView['supplierOrders'][number];

function lineView(line: OrderLineJson, releaseDue: Date | null): SupplierOrderView['lines'][number] {
  return {
    id: line.id,
    skuId: line.skuId,
    productId: line.productId,
    productSlug: line.slug,
    productName: line.name,
    pack: line.pack,
    quantity: line.quantity,
    unitPrice: money.toWire(money.fen(line.unitPriceFen)),
    amount: money.toWire(money.fen(line.amountFen)),
    releaseDue: releaseDue?.toISOString() ?? null,
    via: { venue: line.venue, campaign: line.campaign },
  };
}

export function supplierOrderView(row: SupplierOrderRow): SupplierOrderView {
  return {
    id: row.id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    state: row.state,
    amount: money.toWire(money.fen(row.amount_fen)),
    lines: row.lines.map((line) => lineView(line, row.release_due)),
    parcels: row.parcels.map((parcel) => ({ ...parcel, shippedAt: new Date(parcel.shippedAt).toISOString() })),
  };
}

export function orderView(row: OrderRow, supplierOrders: readonly SupplierOrderRow[]): OrderView {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    placedAt: row.placed_at.toISOString(),
    payBy: row.pay_by.toISOString(),
    paymentState: row.payment_state,
    amount: money.toWire(money.fen(row.amount_fen)),
    delivery: { regionName: row.region_name, ...row.delivery_masked },
    supplierOrders: supplierOrders.filter((part) => part.order_id === row.id).map(supplierOrderView),
  };
}
