import { machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { cursorAt, placeIn, type Database } from '@xihuo/platform';
import { ordersOfPerson, standingsOfPerson, supplierOrdersOfOrders } from '../store/order.sql';
import { orderView } from '../store/order-view';

/**
 * An account's orders, newest first; `cursor` is that of the page before, within the same standing and words.
 *
 * @throws ProblemError INVALID_INPUT
 */
export async function listOrders(
  database: Database,
  personId: string,
  { standing, q, cursor, limit }: InputOf<'GET /me/orders'>['query'],
): Promise<ResponseOf<'GET /me/orders'>> {
  const narrowed = [standing ?? null, q ?? null];
  const rows = await database.read(ordersOfPerson, [personId, placeIn(cursor), limit + 1, ...narrowed]);
  const shown = rows.slice(0, limit);
  const parts = await database.read(supplierOrdersOfOrders, [shown.map((row) => row.id)]);
  return {
    data: shown.map((row) => orderView(row, parts)),
    nextCursor: rows.length > limit ? cursorAt(shown.at(-1)!.id) : null,
  };
}

/** How many orders of an account stand how, in the order of the standings. */
export async function countOrders(
  database: Database,
  personId: string,
): Promise<ResponseOf<'GET /me/orders/standings'>> {
  const [row] = await database.read(standingsOfPerson, [personId]);
  return { data: machines.ORDER_STANDINGS.map((standing) => ({ standing, orders: row?.[standing] ?? 0 })) };
}
