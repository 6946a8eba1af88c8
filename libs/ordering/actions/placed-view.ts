import { money } from '@xihuo/kernel';
import { amountsView, wire } from '../store/order-view';
import type { PlacedLineRow } from '../store/place-orders.sql';
import type { Incoming, PlacedOrderView } from './place-orders';
import { maskedOf } from './place-values';

type PartView = PlacedOrderView['supplierOrders'][number];

/** The order as it was placed. */
export function placedView(order: Incoming, rows: readonly PlacedLineRow[], now: Date): PlacedOrderView {
  const [first] = rows;
  const supplierOrders = new Map<string, PartView>();
  for (const row of rows) {
    const part = supplierOrders.get(row.supplier_order_id!) ?? {
      id: row.supplier_order_id!,
      supplier: { id: row.supplier_id!, name: row.supplier_name! },
      state: 'awaitingPayment' as const,
      ...amountsView(order.quote.parts.get(row.supplier_id!)!),
      lines: [],
      parcels: [],
    };
    part.lines.push(placedLine(order, row));
    supplierOrders.set(part.id, part);
  }
  return {
    id: order.id,
    number: order.number,
    state: 'awaitingPayment',
    placedAt: now.toISOString(),
    payBy: first!.pay_by.toISOString(),
    paymentState: null,
    ...amountsView(order.quote),
    delivery: { regionName: first!.region_name ?? '', ...maskedOf(order.body.delivery) },
    pickup: first!.pickup,
    // An order becomes a purchase order's only after it is placed.
    purchaseOrderId: null,
    supplierOrders: [...supplierOrders.values()],
  };
}

function placedLine(order: Incoming, row: PlacedLineRow): PartView['lines'][number] {
  return {
    id: row.line_id!,
    skuId: row.sku_id,
    productId: row.product_id!,
    productSlug: row.product_slug!,
    productName: row.product_name!,
    pack: row.pack!,
    quantity: row.quantity,
    unitPrice: wire(row.unit_price_fen!),
    ...amountsView(order.quote.lines.get(row.sku_id)!),
    shippedPacks: 0,
    cancelledPacks: 0,
    refund: money.toWire(money.ZERO),
    releaseDue: null,
    via: { venue: row.venue, campaign: row.campaign },
  };
}
