import { formatNumber, Money, type Column, type Locale } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { RowLink } from '../frame/views';
import type { useT } from '../words';
import { changeSaid, costOfAYuan, counted, sumOf, together, wire, type OrdersOfAll, type SalesRow } from './figures';

/** Money, goods and what it cost are never in one table: they do not add up. */
export const LOOKS = ['money', 'goods', 'cost'] as const;
export type Look = (typeof LOOKS)[number];

type T = ReturnType<typeof useT>;
type Both = Pick<SalesRow, 'purchased' | 'helped'>;
interface Seen {
  look: Look;
  t: T;
  locale: Locale;
}

interface Figure {
  id: string;
  header: string;
  cell: (row: Both) => ReactNode;
}

const GRAMS_A_KG = 1_000;

function figuresOf({ look, t, locale }: Seen): Figure[] {
  const number = (value: number) => formatNumber(value, locale);
  const yuan = (value: bigint) => <Money value={wire(value)} />;
  const change = (row: Both) => changeSaid(together(row, 'net'), together(row, 'netYearBefore')) ?? t('list.notYet');
  if (look === 'goods')
    return (['purchased', 'helped'] as const).flatMap((way) => [
      { id: `${way}-orders`, header: t(`outcome.${way}.orders`), cell: (row: Both) => number(row[way].orders) },
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
    { id: 'purchased', header: t('outcome.purchased'), cell: (row) => <Money value={row.purchased.net} /> },
    { id: 'helped', header: t('outcome.helped'), cell: (row) => <Money value={row.helped.net} /> },
    { id: 'refunded', header: t('outcome.refunded'), cell: (row) => yuan(together(row, 'refunded')) },
    { id: 'net', header: t('outcome.both'), cell: (row) => yuan(together(row, 'net')) },
    { id: 'before', header: t('outcome.before'), cell: (row) => yuan(together(row, 'netYearBefore')) },
    { id: 'change', header: t('outcome.change'), cell: change },
  ];
}

interface Columns extends Seen {
  head: string;
  nameOf: (row: SalesRow) => string;
  behind: (key: string) => string;
}

export function columnsOf({ head, nameOf, behind, ...seen }: Columns): Column<SalesRow>[] {
  return [
    {
      ...{ id: 'name', header: head, rowHeader: true },
      // Wide enough for a pairing on two lines; the figures beside it do not break.
      cell: (row) => (
        <span className="inline-block sm:min-w-[8em]">
          <RowLink to={behind(row.key)}>{nameOf(row)}</RowLink>
        </span>
      ),
    },
    ...figuresOf(seen).map((figure) => ({ ...figure, numeric: true })),
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
    name: seen.t('outcome.all'),
    ...Object.fromEntries(figuresOf(seen).map(({ id, cell }) => [id, cell(all)])),
  };
}
