import type { Output } from '@xihuo/ui';

type Sales = Output<'GET /results/sales'>;
export type SalesRow = Sales['data'][number];
export type OrdersOfAll = Sales['orders'];
export type Sold = SalesRow['helped'];
export type MoneyWire = Sold['net'];

export const fen = (value: MoneyWire): bigint => BigInt(value.amount);
export const wire = (value: bigint): MoneyWire => ({ amount: String(value), currency: 'CNY' });

type MoneyFigure = { [Name in keyof Sold]: Sold[Name] extends MoneyWire ? Name : never }[keyof Sold];
type Count = Exclude<keyof Sold, MoneyFigure>;

/** Both ways of a row together: a buyer is one or the other, so nothing is in both. */
export const together = (row: Pick<SalesRow, 'purchased' | 'helped'>, figure: MoneyFigure): bigint =>
  fen(row.purchased[figure]) + fen(row.helped[figure]);
export const counted = (row: Pick<SalesRow, 'purchased' | 'helped'>, figure: Count): number =>
  row.purchased[figure] + row.helped[figure];

/** More or less than before in basis points; null where there was nothing before. */
export function changeOf(now: bigint, before: bigint): number | null {
  return before === 0n ? null : Number(((now - before) * 10_000n) / before);
}

/** The change as it is said, more with its sign, to a tenth of a percent so that a column of them stands in line; null where there was nothing before. */
export function changeSaid(now: bigint, before: bigint): string | null {
  const points = changeOf(now, before);
  return points === null ? null : `${points > 0 ? '+' : ''}${(points / 100).toFixed(1)}%`;
}

/**
 * What a yuan of goods costs to deliver, in basis points: freight of all goods that stayed sold, and fees of those that are settled, since
 * of the others none is taken yet; null where no goods stayed sold or none are settled.
 */
export function costOfAYuan(row: Pick<SalesRow, 'purchased' | 'helped'>): number | null {
  const freight = together(row, 'freight');
  const goods = together(row, 'net') - freight;
  const settled = together(row, 'settled');
  if (goods <= 0n || settled <= 0n) return null;
  return Number(((freight * settled + together(row, 'fees') * goods) * 10_000n) / (goods * settled));
}

/**
 * All rows as one, for a closing row of sums.
 * @param orders how many there are: they do not add up, one with goods under two rows is counted in both
 */
export function sumOf(rows: readonly SalesRow[], orders: OrdersOfAll): Pick<SalesRow, 'purchased' | 'helped'> {
  const way = (name: 'purchased' | 'helped'): Sold => ({
    ...{ orders: orders[name], packs: add(rows, name, 'packs'), grams: add(rows, name, 'grams') },
    ...{ sales: addMoney(rows, name, 'sales'), refunded: addMoney(rows, name, 'refunded') },
    ...{
      net: addMoney(rows, name, 'net'),
      freight: addMoney(rows, name, 'freight'),
      fees: addMoney(rows, name, 'fees'),
      settled: addMoney(rows, name, 'settled'),
    },
    netYearBefore: addMoney(rows, name, 'netYearBefore'),
  });
  return { purchased: way('purchased'), helped: way('helped') };
}

const add = (rows: readonly SalesRow[], way: 'purchased' | 'helped', figure: Count) =>
  rows.reduce((sum, row) => sum + row[way][figure], 0);
const addMoney = (rows: readonly SalesRow[], way: 'purchased' | 'helped', figure: MoneyFigure) =>
  wire(rows.reduce((sum, row) => sum + fen(row[way][figure]), 0n));
