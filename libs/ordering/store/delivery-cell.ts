import type { Cell } from '@xihuo/platform';

/** Where an order's sealed address lies. */
export function deliveryCell(orderId: string): Cell {
  return { table: 'ordering.customer_order', row: orderId, column: 'delivery_sealed' };
}
