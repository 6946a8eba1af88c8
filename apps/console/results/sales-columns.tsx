import { formatMoney, formatNumber, Money, type Column, type Locale } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { RowLink } from '../frame/views';
import type { useT } from '../words';
import {
  changeSaid,
  costOfAYuan,
  counted,
  fen,
  sumOf,
  together,
  wire,
  type OrdersOfAll,
  type SalesRow,
} from './figures';
import { Led } from './led';
import { ordersBehind, spanBefore, yearBefore, type Span } from './span';
import { WAYS, type SalesTable, type Way } from './tables';

/** Money, goods and what it cost are never in one table: they do not add up. */
export const LOOKS = ['money', 'goods', 'cost'] as const;
export type Look = (typeof LOOKS)[number];

type T = ReturnType<typeof useT>;
type Both = Pick<SalesRow, 'purchased' | 'helped'>;
interface Seen {
  look: Look;
  t: T;
  locale: Locale;
  table: SalesTable;
  span: Span;
}

interface Figure {
  id: string;
  header: string;
  /** @param key of its row; none of all rows together */
  cell: (row: Both, key?: string) => ReactNode;
}

const GRAMS_A_KG = 1_000;

/** Where the orders of a row are; a month of the year before is another month. */
function behind({ table, span }: Seen, narrowed: { key?: string | undefined; way?: Way }, earlier = false): string {
  const { key, way } = narrowed;
  return ordersBehind(earlier ? spanBefore(span) : span, table, {
    ...(key === undefined ? {} : { key: earlier && table === 'months' ? yearBefore(key) : key }),
    ...(way ? { way } : {}),
  });
}

function figuresOf(seen: Seen): Figure[] {
  const { look, t, locale } = seen;
  const number = (value: number) => formatNumber(value, locale);
  const yuan = (value: bigint) => <Money value={wire(value)} />;
  const led = (to: string, said: string, some: boolean) => (
    <Led to={to} some={some}>
      {said}
    </Led>
  );
  const net = (way: Way): Figure => ({
    ...{ id: way, header: t(`outcome.${way}`) },
    cell: ({ [way]: sold }, key) => led(behind(seen, { key, way }), formatMoney(sold.net), fen(sold.sales) !== 0n),
  });
  const change = (row: Both) => changeSaid(together(row, 'net'), together(row, 'netYearBefore')) ?? t('list.notYet');
  if (look === 'goods')
    return WAYS.flatMap((way): Figure[] => [
      {
        ...{ id: `${way}-orders`, header: t(`outcome.${way}.orders`) },
        cell: ({ [way]: sold }, key) => led(behind(seen, { key, way }), number(sold.orders), fen(sold.sales) !== 0n),
      },
      { id: `${way}-packs`, header: t(`outcome.${way}.packs`), cell: (row: Both) => number(row[way].packs) },
      { id: `${way}-kg`, header: t(`outcome.${way}.kg`), cell: (row: Both) => number(row[way].grams / GRAMS_A_KG) },
    ]);
  if (look === 'cost')
    return [
      { id: 'goods', header: t('outcome.goods'), cell: (row) => yuan(together(row, 'net') - together(row, 'freight')) },
      { id: 'freight', header: t('outcome.freight'), cell: (row) => yuan(together(row, 'freight')) },
      { id: 'fees', header: t('outcome.fees'), cell: (row) => yuan(together(row, 'fees')) },
      {
        ...{ id: 'cost', header: t('outcome.cost') },
        cell: (row) => {
          const points = costOfAYuan(row);
          return points === null
            ? t('list.notYet')
            : t('outcome.aYuan', { yuan: formatNumber(points / 10_000, locale, 3) });
        },
      },
      { id: 'orders', header: t('outcome.orders'), cell: (row) => number(counted(row, 'orders')) },
    ];
  return [
    ...WAYS.map(net),
    { id: 'refunded', header: t('outcome.refunded'), cell: (row) => yuan(together(row, 'refunded')) },
    { id: 'net', header: t('outcome.both'), cell: (row) => yuan(together(row, 'net')) },
    {
      ...{ id: 'before', header: t('outcome.before') },
      cell: (row, key) => {
        const value = together(row, 'netYearBefore');
        return led(behind(seen, { key }, true), formatMoney(wire(value)), value !== 0n);
      },
    },
    { id: 'change', header: t('outcome.change'), cell: change },
  ];
}

interface Columns extends Seen {
  head: string;
  nameOf: (row: SalesRow) => string;
}

export function columnsOf({ head, nameOf, ...seen }: Columns): Column<SalesRow>[] {
  return [
    {
      ...{ id: 'name', header: head, rowHeader: true },
      // Wide enough for a pairing on two lines; the figures beside it do not break.
      cell: (row) => (
        <span className="inline-block sm:min-w-[8em]">
          <RowLink to={behind(seen, { key: row.key })}>{nameOf(row)}</RowLink>
        </span>
      ),
    },
    ...figuresOf(seen).map(({ cell, ...figure }) => ({
      ...figure,
      ...{ numeric: true, cell: (row: SalesRow) => cell(row, row.key) },
    })),
  ];
}

/** The closing row. */
export function sumsOf({
  rows,
  orders,
  ...seen
}: Seen & { rows: readonly SalesRow[]; orders: OrdersOfAll }): Record<string, ReactNode> {
  const all = sumOf(rows, orders);
  return {
    name: <RowLink to={behind(seen, {})}>{seen.t('outcome.all')}</RowLink>,
    ...Object.fromEntries(figuresOf(seen).map(({ id, cell }) => [id, cell(all)])),
  };
}
