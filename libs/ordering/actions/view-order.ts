import { fail, type machines, type ResponseOf } from '@xihuo/contract';
import type { Database, Tx } from '@xihuo/platform';
import { findOrder, supplierOrdersOfOrder, type OrderRow, type SupplierOrderRow } from '../store/order.sql';
import { orderView } from '../store/order-view';
import { mustHaveDuty } from './business/members';
import { followOrder } from './follow-order';
import { tokenHash } from './order-token';

/** An order with what its caller may do for the organisation it was bought for; null of what people buy for themselves. */
export type AccessedOrder = OrderRow & { readonly duties: readonly machines.buying.Duty[] | null };

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

/**
 * An order by its id. Not there and not yours are the same answer. What an organisation bought any of its members may read; with
 * `duty`, only a member that has it may go on.
 *
 * @throws ProblemError NOT_FOUND, DUTY_MISSING (extra: duty)
 */
export async function loadOrder(
  reader: Reader,
  id: string,
  access: OrderAccess,
  duty?: machines.buying.Duty,
): Promise<AccessedOrder> {
  const hash = access.token === null ? null : tokenHash(access.token);
  const [order] = await rows<AccessedOrder>(reader, findOrder, [id, access.personId, hash]);
  if (!order) throw fail('NOT_FOUND');
  if (duty) mustAct(order, duty);
  return order;
}

/** Whoever came to an order may do this with it. @throws ProblemError DUTY_MISSING (extra: duty) */
export function mustAct({ duties }: AccessedOrder, duty: machines.buying.Duty): void {
  if (duties) mustHaveDuty({ duties }, duty);
}

export type OrderMay = ResponseOf<'GET /orders/{id}'>['may'];

/** What the duties of a member allow; everything where it was bought for oneself (null). */
export function mayOf(duties: readonly machines.buying.Duty[] | null): OrderMay {
  const has = (duty: machines.buying.Duty) => duties === null || duties.includes(duty);
  return { cancel: has('order'), pay: has('pay'), receive: has('receive') };
}

export async function viewOrder(
  reader: Reader,
  id: string,
  access: OrderAccess,
): Promise<ResponseOf<'GET /orders/{id}'>> {
  const order = await loadOrder(reader, id, access);
  const parts = await rows<SupplierOrderRow>(reader, supplierOrdersOfOrder, [id]);
  return {
    ...orderView(order, parts),
    may: mayOf(order.duties),
    follow: await followOrder((wanted, values) => rows(reader, wanted, values), id),
  };
}
