import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Database, type Vault } from '@xihuo/platform';
import { supplierOrderLists, supplierOrderOf, supplierOrdersOf, type SupplierOrderRow } from '../store/order.sql';
import { supplierOrderView } from '../store/order-view';
import { deliveryCell } from '../store/delivery-cell';
import { gramsOf } from './send-parcels';
import type { ShippingTaskView } from './ship-supplier-order';

/** A supplier order with the address to ship to, opened for the supplier who ships and nobody else. */
function shippingTask(vault: Vault, row: SupplierOrderRow): ShippingTaskView {
  const delivery = JSON.parse(
    vault.open(deliveryCell(row.order_id), row.delivery_sealed),
  ) as ShippingTaskView['shipTo'];
  const view = supplierOrderView(row);
  const gramsById = new Map(row.lines.map(({ id, netGrams }) => [id, netGrams === null ? null : BigInt(netGrams)]));
  return {
    ...view,
    lines: view.lines.map((line) => ({ ...line, packGrams: Number(gramsOf(gramsById.get(line.id)!, 1)) })),
    orderNumber: row.order_number,
    ownNumber: row.own_number,
    placedAt: row.placed_at.toISOString(),
    remark: row.remark,
    invoiceRequestId: row.invoice_request_id,
    shipTo: { regionName: row.region_name, address: delivery.address, name: delivery.name, phone: delivery.phone },
  };
}

export async function viewShippingTask(
  database: Database,
  vault: Vault,
  id: string,
  supplierIds: readonly string[],
): Promise<ShippingTaskView> {
  const [row] = await database.read(supplierOrderOf, [id, supplierIds]);
  if (!row) throw fail('NOT_FOUND');
  return shippingTask(vault, row);
}

/** Several of them, each once. @throws ProblemError NOT_FOUND where one of them is not the suppliers' own */
export async function viewShippingTasks(
  database: Database,
  vault: Vault,
  ids: readonly string[],
  supplierIds: readonly string[],
): Promise<ShippingTaskView[]> {
  const rows = await database.read(supplierOrdersOf, [ids, supplierIds]);
  if (rows.length < ids.length) throw fail('NOT_FOUND');
  return rows.map((row) => shippingTask(vault, row));
}

/** The suppliers' orders, oldest first where nothing else is asked for. */
export async function listShippingTasks(
  database: Database,
  vault: Vault,
  supplierIds: readonly string[],
  query: InputOf<'GET /supplier/orders'>['query'],
): Promise<ResponseOf<'GET /supplier/orders'>> {
  const states = query.state ? [query.state] : ['toShip', 'shipped', 'received', 'released'];
  const rows = await database.read(supplierOrderLists[query.sort ?? 'placed'], [
    ...[supplierIds, states, placeIn(query.cursor)],
    ...[query.limit + 1, query.q ?? null],
  ]);
  return pageOf(
    rows,
    query.limit,
    (row) => row.id,
    (row) => shippingTask(vault, row),
  );
}
