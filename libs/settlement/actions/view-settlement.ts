import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { pageOf, placeIn, sumIn, type Database } from '@xihuo/platform';
import type { Readership } from '../rules/readership';
import { lateLine } from '../store/adjustment.sql';
import { findRun, listRuns } from '../store/run.sql';
import { failedShards } from '../store/shard.sql';
import { orderBehind } from '../store/order-behind.sql';
import {
  findStatement,
  findStatementLine,
  lineParts,
  statementBefore,
  statementLists,
  statementPayouts,
  statementLines,
  statementSums,
  type StatementRow,
} from '../store/statement.sql';
import {
  linePart,
  lineSums,
  runDetail,
  runView,
  statementHead,
  statementLine,
  statementPayout,
  type LineDetail,
  type RunDetail,
  type StatementView,
} from '../store/settlement-view';

type OrderBehind = ResponseOf<'GET /settlement/statements/{id}/lines/{lineId}/order'>;

/** Runs, newest first, all or those that are not posted yet; `cursor` is that of the page before. @throws ProblemError INVALID_INPUT */
export async function viewRuns(
  database: Database,
  cursor: string | undefined,
  limit: number,
  view: 'all' | 'open' = 'all',
): Promise<ResponseOf<'GET /settlement/runs'>> {
  const rows = await database.read(listRuns, [placeIn(cursor, 'day'), limit + 1, view === 'open']);
  return pageOf(rows, limit, (row) => row.period_end, runView);
}

/** A run and what of it could not be settled. @throws ProblemError NOT_FOUND */
export async function viewRun(database: Database, id: string): Promise<RunDetail> {
  const [row] = await database.read(findRun, [id]);
  if (!row) throw fail('NOT_FOUND');
  return runDetail(row, await database.read(failedShards, [id]));
}

/** Statements that the reader may read, newest first or by what is left; `cursor` is that of the page before. @throws ProblemError INVALID_INPUT */
export async function viewStatements(
  database: Database,
  reader: Readership,
  { q, unpaid, sort, cursor, limit }: InputOf<'GET /settlement/statements'>['query'],
): Promise<ResponseOf<'GET /settlement/statements'>> {
  const lists = statementLists[reader.everything ? 'all' : 'some'];
  const asked = [limit + 1, q ?? null];
  const rest = [unpaid ?? false, ...(reader.everything ? [] : [reader.suppliers, reader.jurisdictions])];
  if (sort) {
    const rows = await database.read(lists[sort], [...asked, ...sumIn(cursor), ...rest]);
    return pageOf(rows, limit, (row) => `${row.closing_fen}:${row.id}`, statementHead);
  }
  const rows = await database.read(lists.newest, [...asked, placeIn(cursor), ...rest]);
  return pageOf(rows, limit, (row) => row.id, statementHead);
}

/**
 * A statement, with what its lines add up to: read from the lines themselves, so that whoever reads it can compare.
 * @throws ProblemError NOT_FOUND, also where it is not the reader's to read
 */
export async function viewStatement(database: Database, id: string, reader: Readership): Promise<StatementView> {
  const row = await readable(database, id, reader);
  const [[sums], [before]] = await Promise.all([
    database.read(statementSums, [row.run_id, row.supplier_id]),
    database.read(statementBefore, [row.supplier_id, row.period_end]),
  ]);
  const previous = before ? { id: before.id, periodEnd: before.period_end } : null;
  return { ...statementHead(row), previous, lines: lineSums(sums!) };
}

/** Lines of a statement in the order they were bought. @throws ProblemError NOT_FOUND, INVALID_INPUT for a cursor of another list */
export async function viewLines(
  database: Database,
  id: string,
  reader: Readership,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ResponseOf<'GET /settlement/statements/{id}/lines'>> {
  const { run_id: runId, supplier_id: supplierId } = await readable(database, id, reader);
  const rows = await database.read(statementLines, [runId, supplierId, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.line_id, statementLine);
}

/** What was paid out to the supplier since the statement before. @throws ProblemError NOT_FOUND, INVALID_INPUT for a cursor of another list */
export async function viewStatementPayouts(
  database: Database,
  id: string,
  reader: Readership,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ResponseOf<'GET /settlement/statements/{id}/payouts'>> {
  await readable(database, id, reader);
  const rows = await database.read(statementPayouts, [id, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, statementPayout);
}

/** One line down to its lots and to what households had of each. @throws ProblemError NOT_FOUND */
export async function viewLine(
  database: Database,
  { id, lineId }: { id: string; lineId: string },
  reader: Readership,
): Promise<LineDetail> {
  const { run_id: runId, supplier_id: supplierId } = await readable(database, id, reader);
  const [line] = await database.read(findStatementLine, [runId, supplierId, lineId]);
  if (!line) throw fail('NOT_FOUND');
  const [lots, [late]] = await Promise.all([
    database.read(lineParts, [runId, lineId]),
    database.read(lateLine, [id, lineId]),
  ]);
  const refundable = money.toWire(money.fen(late!.left_fen));
  return {
    ...statementLine(line),
    refundable,
    supplierId,
    supplierOrderId: line.supplier_order_id,
    lots: lots.map(linePart),
  };
}

/** The order a line is of. @throws ProblemError NOT_FOUND */
export async function viewOrderBehind(
  database: Database,
  { id, lineId }: { id: string; lineId: string },
  reader: Readership,
): Promise<OrderBehind> {
  const { run_id: runId, supplier_id: supplierId } = await readable(database, id, reader);
  const [line] = await database.read(findStatementLine, [runId, supplierId, lineId]);
  if (!line) throw fail('NOT_FOUND');
  const rows = await database.read(orderBehind, [line.supplier_order_id, runId]);
  const [order] = rows;
  if (!order) throw fail('NOT_FOUND');
  const at = (moment: Date | null) => moment?.toISOString() ?? null;
  const wire = (fen: bigint) => money.toWire(money.fen(fen));
  return {
    ...{ number: order.number, supplier: order.supplier, state: order.state, placedAt: order.placed_at.toISOString() },
    ...{ shippedAt: at(order.shipped_at), receivedAt: at(order.received_at), releasedAt: at(order.released_at) },
    lines: rows.map((row) => ({
      ...{ id: row.id, productName: row.product_name, pack: row.pack, quantity: row.quantity, settled: row.settled },
      ...{ unitPrice: wire(row.unit_price_fen), discount: wire(row.discount_fen), freight: wire(row.freight_fen) },
      ...{ amount: wire(row.amount_fen), refunded: wire(row.back_fen) },
    })),
  };
}

async function readable(database: Database, id: string, reader: Readership): Promise<StatementRow> {
  const [row] = await database.read(findStatement, [...valuesOf(reader), id]);
  if (!row) throw fail('NOT_FOUND');
  return row;
}

function valuesOf({ everything, suppliers, jurisdictions }: Readership): unknown[] {
  return [everything, suppliers, jurisdictions];
}
