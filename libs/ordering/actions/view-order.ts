import { fail } from '@xihuo/contract';
import type { Database, Tx } from '@xihuo/platform';
import { findOrder, supplierOrdersOfOrder, type OrderRow, type SupplierOrderRow } from '../store/order.sql';
import { orderView, type OrderView } from '../store/order-view';
import { tokenHash } from './order-token';

/** How a caller comes to an order: by account, or by its token. */
export interface OrderAccess {
  personId: string | null;
  token: string | null;
}

/** Where the order is read: on its own, or inside a transaction that has just changed it. */
type Reader = Pick<Database, 'read'> | Tx;

function rows<Row>(reader: Reader, wanted: Parameters<Database['read']>[0], values: unknown[]): Promise<Row[]> {
  return ('sql' in reader ? reader.sql(wanted, values) : reader.read(wanted, values)) as Promise<Row[]>;
}

/** An order by its id. Not there and not yours are the same answer: NOT_FOUND. */
export async function loadOrder(reader: Reader, id: string, access: OrderAccess): Promise<OrderRow> {
  const hash = access.token === null ? null : tokenHash(access.token);
  const [order] = await rows<OrderRow>(reader, findOrder, [id, access.personId, hash]);
  if (!order) throw fail('NOT_FOUND');
  return order;
}

export async function viewOrder(reader: Reader, id: string, access: OrderAccess): Promise<OrderView> {
  const order = await loadOrder(reader, id, access);
  return orderView(order, await rows<SupplierOrderRow>(reader, supplierOrdersOfOrder, [id]));
}
