import type { InputOf, ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { pageOf, sumIn, type Database, type Grant } from '@xihuo/platform';
import { askedPlaces } from './asked-places';
import {
  keptOrders,
  keptOrdersOfCounties,
  keptSales,
  keptSalesOfCounties,
  salesCounted,
  type OrdersRow,
  type SalesRow,
} from '../store/read-sales.sql';
import { soldLines, soldLinesOfCounties } from '../store/sold-lines.sql';

type View = ResponseOf<'GET /results/sales'>;
type Sold = View['data'][number]['helped'];

const wire = (fen: bigint) => money.toWire(money.fen(fen));
const PROVINCE_DIGITS = 2;

const NOTHING: Sold = {
  ...{ orders: 0, packs: 0, grams: 0, sales: wire(0n), refunded: wire(0n), net: wire(0n) },
  ...{ freight: wire(0n), fees: wire(0n), settled: wire(0n), netYearBefore: wire(0n) },
};

const isOfProvinces = (places: readonly string[]) => places.every((place) => place.length <= PROVINCE_DIGITS);

/**
 * Sales by one table, of the places somebody reads, from what is kept: of whole provinces and the country by province, of a city or a
 * county by county.
 * @throws ProblemError INVALID_INPUT where the days are no span or more than thirteen months
 */
export async function viewSales(
  database: Database,
  grants: readonly Grant[],
  { table, ...span }: InputOf<'GET /results/sales'>['query'],
): Promise<View> {
  const places = askedPlaces(grants, span);
  const wide = isOfProvinces(places);
  const asked = [span.from, span.until, places.map((place) => `${place}%`)];
  const [rows, orders, [counted]] = await Promise.all([
    database.read((wide ? keptSales : keptSalesOfCounties)[table], asked),
    database.read(wide ? keptOrders : keptOrdersOfCounties, asked),
    database.read(salesCounted),
  ]);
  return { asOf: counted?.counted_at.toISOString() ?? null, orders: ordersOf(orders), data: rowsOf(rows) };
}

const ordersOf = (rows: readonly OrdersRow[]): View['orders'] => {
  const by = (way: OrdersRow['way']) => Number(rows.find((row) => row.way === way)?.orders ?? 0n);
  return { purchased: by('purchased'), helped: by('helped') };
};

/** The lines behind a row of a table. @throws ProblemError INVALID_INPUT as `viewSales`, and for a foreign cursor */
export async function viewSoldLines(
  database: Database,
  grants: readonly Grant[],
  { table, key, way, cursor, limit, ...span }: InputOf<'GET /results/orders'>['query'],
): Promise<ResponseOf<'GET /results/orders'>> {
  const places = askedPlaces(grants, span);
  const lines = (isOfProvinces(places) ? soldLines : soldLinesOfCounties)[table];
  const patterns = places.map((place) => `${place}%`);
  const rows = await database.read(lines, [
    ...[span.from, span.until, patterns, key ?? null, way ?? null, ...sumIn(cursor, 'dayLine'), limit + 1],
  ]);
  return pageOf(
    rows,
    limit,
    ({ day_number: day, line_id: id }) => `${day}:${id}`,
    (row) => ({
      ...{ id: row.line_id, orderNumber: row.order_number, placedAt: row.placed_at.toISOString(), way: row.way },
      ...{ supplier: row.supplier_name, product: row.product_name, pack: row.pack, packs: row.packs },
      grams: row.grams === null ? null : Number(row.grams),
      ...{ calledOff: !row.kept, sales: wire(row.amount_fen), refunded: wire(row.back_fen) },
      ...{ freight: wire(row.freight_fen), fees: wire(row.fee_fen), settled: wire(row.settled_fen) },
    }),
  );
}

/** A row a key, in the order they come: a year and a way of a key follow each other. */
function rowsOf(rows: readonly SalesRow[]): View['data'] {
  const byKey = new Map<string, View['data'][number]>();
  for (const row of rows) {
    const { key, name_zh: zh, name_en: en, paired_with: west } = row;
    const view = byKey.get(key) ?? {
      ...{ key, name: zh === null ? null : { zh, en: en ?? zh } },
      pairedWith: west === null ? null : { zh: west, en: west },
      ...{ purchased: { ...NOTHING }, helped: { ...NOTHING } },
    };
    view[row.way] = row.earlier
      ? { ...view[row.way], netYearBefore: wire(row.sales_fen - row.back_fen) }
      : { ...soldOf(row), netYearBefore: view[row.way].netYearBefore };
    byKey.set(key, view);
  }
  return [...byKey.values()];
}

const soldOf = (row: SalesRow) => ({
  ...{ orders: Number(row.orders), packs: Number(row.packs), grams: Number(row.grams) },
  ...{ sales: wire(row.sales_fen), refunded: wire(row.back_fen), net: wire(row.sales_fen - row.back_fen) },
  ...{ freight: wire(row.freight_fen), fees: wire(row.fee_fen), settled: wire(row.settled_fen) },
});
