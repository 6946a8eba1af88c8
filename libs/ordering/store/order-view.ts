import type { ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { carrierNames } from '../rules/carriers';
import type { OrderLineJson, OrderRow, SupplierOrderRow } from './order.sql';

export type OrderView = ResponseOf<'POST /orders/{id}/cancel'>;
type SupplierOrderView = OrderView['supplierOrders'][number];

/** Fen of a line, a part or an order. */
interface Sums {
  goodsFen: bigint;
  discountFen: bigint;
  freightFen: bigint;
  amountFen: bigint;
}

export const wire = (fen: bigint): ReturnType<typeof money.toWire> => money.toWire(money.fen(fen));

/** Goods less discount plus freight is the amount: of a line, a part, an order. */
export function amountsView(sums: Sums): Pick<SupplierOrderView, 'goods' | 'discount' | 'freight' | 'amount'> {
  return {
    goods: wire(sums.goodsFen),
    discount: wire(sums.discountFen),
    freight: wire(sums.freightFen),
    amount: wire(sums.amountFen),
  };
}

const rowSums = (row: Pick<OrderRow, 'amount_fen' | 'discount_fen' | 'freight_fen'>): Sums => ({
  goodsFen: row.amount_fen + row.discount_fen - row.freight_fen,
  discountFen: row.discount_fen,
  freightFen: row.freight_fen,
  amountFen: row.amount_fen,
});

const sumsOf = (line: OrderLineJson): Sums =>
  rowSums({
    amount_fen: BigInt(line.amountFen),
    discount_fen: BigInt(line.discountFen),
    freight_fen: BigInt(line.freightFen),
  });

function lineView(line: OrderLineJson, releaseDue: Date | null): SupplierOrderView['lines'][number] {
  return {
    id: line.id,
    skuId: line.skuId,
    productId: line.productId,
    productSlug: line.slug,
    productName: line.name,
    look: { category: line.category, photo: line.photo },
    pack: line.pack,
    quantity: line.quantity,
    unitPrice: money.toWire(money.fen(line.unitPriceFen)),
    ...amountsView(sumsOf(line)),
    shippedPacks: line.shippedPacks,
    cancelledPacks: line.cancelledPacks,
    refund: money.toWire(money.fen(line.refundFen)),
    releaseDue: releaseDue?.toISOString() ?? null,
    via: { venue: line.venue, campaign: line.campaign },
  };
}

export function supplierOrderView(row: SupplierOrderRow): SupplierOrderView {
  return {
    id: row.id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    state: row.state,
    ...amountsView(rowSums(row)),
    lines: row.lines.map((line) => lineView(line, row.release_due)),
    parcels: row.parcels.map((parcel) => ({
      ...parcel,
      carrierName: carrierNames(parcel.carrier),
      shippedAt: new Date(parcel.shippedAt).toISOString(),
      news: parcel.news.map((said) => ({ ...said, at: new Date(said.at).toISOString() })),
    })),
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
    ...amountsView(rowSums(row)),
    delivery: { regionName: row.region_name, ...row.delivery_masked },
    pickup: row.pickup,
    purchaseOrderId: row.purchase_order_id,
    supplierOrders: supplierOrders.filter((part) => part.order_id === row.id).map(supplierOrderView),
  };
}
