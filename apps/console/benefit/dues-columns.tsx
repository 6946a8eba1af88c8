import { Money, type Column } from '@xihuo/ui';
import { useT } from '../words';
import type { Dues } from './parts';

type Sum = 'due' | 'funded' | 'paidOutside' | 'waiting' | 'open';

/** Columns of what is owed, for whatever rows have such sums: a supplier's households, its collectives, kinds, single lines. */
export function useDuesColumns<Row extends { amounts: Dues }>(sums: readonly Sum[]): Column<Row>[] {
  const t = useT();
  return sums.map((sum) => ({
    id: sum,
    header: t(`dues.${sum}`),
    numeric: true,
    cell: (row) => <Money value={row.amounts[sum]} />,
  }));
}
