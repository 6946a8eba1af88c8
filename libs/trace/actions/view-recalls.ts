import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import { watchedCounties } from '../rules/readers';
import {
  lotReadable,
  lotsByCode,
  publishedRecalls,
  reachOf,
  recallOf,
  recallsOf,
  type RecallRow,
} from '../store/recall.sql';
import { ownSuppliers } from './trace-kit';

type View = ResponseOf<'GET /trace/recalls/{id}'>;

export function readableBy(actor: Actor): [string[], string[]] {
  return [ownSuppliers(actor), actor.kind === 'person' ? watchedCounties(actor.grants) : []];
}

export async function viewRecalls(
  database: Database,
  actor: Actor,
  { state, cursor, limit }: InputOf<'GET /trace/recalls'>['query'],
): Promise<ResponseOf<'GET /trace/recalls'>> {
  const rows = await database.read(recallsOf, [...readableBy(actor), state ?? null, placeIn(cursor), limit + 1]);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => ({ ...headOf(row), lots: row.lot_ids.length }),
  );
}

export async function viewRecall(database: Database, actor: Actor, id: string): Promise<View> {
  const [row] = await database.read(recallOf, [...readableBy(actor), id]);
  if (!row) throw fail('NOT_FOUND');
  return { ...headOf(row), version: row.row_version, reach: await reachFrom(database, row.lot_ids) };
}

/** What an operator may recall, found by what is printed on the packs. */
export async function viewLotsByCode(
  database: Database,
  actor: Actor,
  code: string,
): Promise<ResponseOf<'GET /trace/lots'>> {
  const counties = actor.kind === 'person' ? watchedCounties(actor.grants, ['operator']) : [];
  const rows = await database.read(lotsByCode, [counties, `${code.toUpperCase()}%`]);
  return {
    data: rows.map((row) => ({
      ...{ id: row.id, code: row.code, productName: row.product_name, supplierName: row.supplier_name },
      ...{ producedOn: row.produced_on, state: row.state },
    })),
  };
}

/** What a recall of a lot would touch. */
export async function viewReach(database: Database, actor: Actor, lotId: string): Promise<View['reach']> {
  const [lot] = await database.read(lotReadable, [...readableBy(actor), lotId]);
  if (!lot) throw fail('NOT_FOUND');
  return reachFrom(database, [lotId]);
}

async function reachFrom(database: Database, lotIds: readonly string[]): Promise<View['reach']> {
  const [row] = await database.read(reachOf, [lotIds]);
  return { lots: row!.lots, orderLines: row!.order_lines, packs: row!.packs, grams: row!.grams };
}

function headOf(row: RecallRow): Omit<View, 'version' | 'reach'> {
  return {
    id: row.id,
    state: row.state,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    class: row.class,
    reason: row.reason,
    notice: row.notice,
    openedBy: row.opened_side,
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    result: row.result,
    packsRecovered: row.packs_recovered,
  };
}

export async function viewPublishedRecalls(
  database: Database,
  { cursor, limit }: InputOf<'GET /recalls'>['query'],
): Promise<ResponseOf<'GET /recalls'>> {
  const rows = await database.read(publishedRecalls, [placeIn(cursor), limit + 1]);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => ({
      id: row.id,
      state: row.state,
      class: row.class,
      supplierName: row.supplier_name,
      productNames: row.product_names,
      lotCodes: row.lot_codes,
      notice: row.notice,
      openedOn: row.opened_on,
      closedOn: row.closed_on,
      result: row.result,
    }),
  );
}
