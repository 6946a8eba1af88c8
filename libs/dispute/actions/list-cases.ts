import { machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { lines } from '@xihuo/ordering';
import { pageOf, placeIn, type Database } from '@xihuo/platform';
import { disputableLines } from '../store/case-file.sql';
import { caseQueue, casesOfOrder, casesOfSuppliers } from '../store/case.sql';
import { caseHead } from '../store/case-view';
import type { Entrance } from './case-door';

/** Disputes of an order, and what of it can still be disputed. @throws ProblemError NOT_FOUND */
export async function listOfOrder(
  database: Database,
  { orderId, ...access }: Extract<Entrance, { side: 'buyer' }>,
): Promise<ResponseOf<'GET /orders/{id}/disputes'>> {
  await lines.orderFor(database, orderId, access);
  const [cases, free] = await Promise.all([
    database.read(casesOfOrder, [orderId]),
    database.read(disputableLines, [orderId]),
  ]);
  return {
    data: cases.map(caseHead),
    lines: free.map((line) => ({
      lineId: line.line_id,
      supplierOrderId: line.supplier_order_id,
      supplierName: line.supplier_name,
      productName: line.product_name,
      pack: line.pack,
      quantity: line.quantity,
      paid: money.toWire(money.fen(line.amount_fen)),
      free: money.toWire(money.fen(line.free_fen)),
    })),
  };
}

export async function listOfSuppliers(
  database: Database,
  supplierIds: readonly string[],
  { view, q, cursor, limit }: InputOf<'GET /supplier/disputes'>['query'],
): Promise<ResponseOf<'GET /supplier/disputes'>> {
  const rows = await database.read(casesOfSuppliers, [supplierIds, view, placeIn(cursor), limit + 1, q ?? null]);
  return pageOf(rows, limit, (row) => row.id, caseHead);
}

const TO_DO: readonly machines.DisputeState[] = ['evidence', 'mediating', 'appealed', 'referred'];

/** Cases for the platform's people: by their day, and by the counties a reader sees. */
export async function listQueue(
  database: Database,
  { personId, counties }: { personId: string; counties: readonly string[] },
  { view, state, q, cursor, limit }: InputOf<'GET /mediation/disputes'>['query'],
): Promise<ResponseOf<'GET /mediation/disputes'>> {
  const wanted = state ? [state] : view === 'all' ? machines.DISPUTE_STATES : TO_DO;
  const rows = await database.read(caseQueue, [
    ...[wanted, view === 'mine' ? personId : null, counties, placeIn(cursor), limit + 1, q ?? null],
  ]);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => ({ ...caseHead(row), mediated: row.mediator_id !== null, mine: row.mediator_id === personId }),
  );
}
