import { Badge, formatDate, Money, useLocale, type Column, type Output } from '@xihuo/ui';
import { Link } from 'react-router';
import { RowLink, rowLink } from '../../frame/views';
import { Moment } from '../../frame/when';
import { useT } from '../../words';

export type Adjustment = Output<'GET /settlement/adjustments/{id}'>;

const TONES = {
  proposed: 'attention',
  approved: 'attention',
  refused: 'neutral',
  withdrawn: 'neutral',
  posted: 'good',
} as const;

export function AdjustmentState({ state }: { state: Adjustment['state'] }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`adjustment.${state}`)}</Badge>;
}

/** A statement by the end of its period. */
export function StatementLink({ id, periodEnd }: { id: string; periodEnd: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Link to={`/settlement/statements/${id}`} className={rowLink}>
      {t('adjustments.aboutOf', { date: formatDate(periodEnd, locale) })}
    </Link>
  );
}

/** Columns of a list of adjustments; on a supplier's own statement its name and where it stands are known. */
export function useAdjustmentColumns(where: 'list' | 'statement'): Column<Adjustment>[] {
  const t = useT();
  const kind: Column<Adjustment> = {
    ...{ id: 'kind', header: t('adjustments.kind'), rowHeader: where === 'statement' },
    cell: (row) =>
      where === 'statement' ? (
        <RowLink to={`/settlement/adjustments/${row.id}`}>{t(`adjustment.${row.kind}`)}</RowLink>
      ) : (
        t(`adjustment.${row.kind}`)
      ),
  };
  const rest: Column<Adjustment>[] = [
    {
      id: 'reason',
      header: t('adjustments.reason'),
      cell: (row) => <span className="block sm:min-w-40">{row.reason}</span>,
    },
    { id: 'amount', header: t('adjustments.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
  ];
  if (where === 'statement') return [kind, ...rest];
  return [
    {
      id: 'supplier',
      header: t('statements.supplier'),
      rowHeader: true,
      cell: (row) => <RowLink to={`/settlement/adjustments/${row.id}`}>{row.supplier.name}</RowLink>,
    },
    { id: 'state', header: t('list.state'), cell: (row) => <AdjustmentState state={row.state} /> },
    kind,
    ...rest,
    { id: 'proposed', header: t('adjustments.proposed'), cell: (row) => <Moment value={row.proposedAt} /> },
    {
      id: 'statement',
      header: t('adjustments.onStatement'),
      cell: (row) => (row.statement ? <StatementLink {...row.statement} /> : ''),
    },
  ];
}
