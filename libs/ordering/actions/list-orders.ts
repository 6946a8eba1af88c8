import type { ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import { ordersOfPerson, supplierOrdersOfOrders } from '../store/order.sql';
import { orderView } from '../store/order-view';

/** An account's orders, newest first; `before` is the last id of the page before. */
export async function listOrders(
  database: Database,
  personId: string,
  before: string | null,
  limit: number,
): Promise<ResponseOf<'GET /me/orders'>> {
  const rows = await database.read(ordersOfPerson, [personId, before, limit + 1]);
  const shown = rows.slice(0, limit);
  const parts = await database.read(supplierOrdersOfOrders, [shown.map((row) => row.id)]);
  return {
    data: shown.map((row) => orderView(row, parts)),
    nextCursor: rows.length > limit ? shown.at(-1)!.id : null,
  };
}
