import { formatDate, LinkButton, Money, useLocale, usePages, type Column } from '@xihuo/ui';
import { Link } from 'react-router';
import { actForMany } from '../../frame/bulk/act-many';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { useT } from '../../words';
import { useOwnSuppliers } from '../parts';
import { DayCode } from './day-code';
import { Span, useQuantity, WORK_STATES, WorkAreas, WorkBadge, type Work } from './parts';

function useColumns(): readonly Column<Work>[] {
  const t = useT();
  const quantity = useQuantity();
  const own = useOwnSuppliers();
  return [
    {
      id: 'household',
      header: t('dues.household'),
      rowHeader: true,
      cell: (row) => (
        <>
          <RowLink to={`/benefit/work/${row.id}`}>{row.household.displayName}</RowLink>
          <span className="block text-sm font-normal text-ink-faint">
            {row.household.village}
            {row.worker !== row.household.displayName && ` · ${t('work.byWorker', { name: row.worker })}`}
          </span>
        </>
      ),
    },
    ...(own.length === 1
      ? []
      : [
          {
            id: 'supplier',
            header: t('agreement.supplier'),
            cell: (row: Work) => (
              <>
                {row.supplier.name}
                <Link
                  to={`/benefit/work/months?supplier=${row.supplier.id}`}
                  className="touch block text-sm text-green underline-offset-4 hover:underline"
                >
                  {t('work.months')}
                </Link>
              </>
            ),
          },
        ]),
    { id: 'days', header: t('work.when'), cell: (row) => <Span from={row.from} to={row.to} /> },
    { id: 'quantity', header: t('work.quantity'), numeric: true, cell: (row) => quantity(row) },
    { id: 'amount', header: t('dues.due'), numeric: true, cell: (row) => <Money value={row.amount} /> },
    { id: 'state', header: t('list.state'), cell: (row) => <WorkBadge state={row.state} /> },
  ];
}

/** What is earned is neither changed nor taken back any more. */
const isOpen = ({ state }: Work) => state === 'recorded' || state === 'contested' || state === 'witnessed';

/** A sheet that was entered by mistake is taken back whole. */
function useWithdrawMany(isClerk: boolean) {
  const t = useT();
  const locale = useLocale();
  const withdraw = actForMany({
    route: 'POST /benefit/work/{id}/withdraw',
    ...{ word: t('work.withdraw'), lead: () => t('work.withdraw.lead'), look: 'danger' },
    fields: [{ name: 'reason', kind: 'area', label: t('agreement.reason'), least: 4, most: 300 }],
    can: isOpen,
    rowKey: (row) => row.id,
    name: ({ household, from }) => `${household.displayName} · ${formatDate(from, locale)}`,
    to: ({ id }) => `/benefit/work/${id}`,
    input: ({ id, version }, { reason = '' }) => ({ params: { id }, version, body: { reason: reason.trim() } }),
  });
  return isClerk ? [withdraw] : undefined;
}

/** Records of work, the newest first; the code of the day and the way to a sheet beside them. */
export function WorksPage() {
  const t = useT();
  const own = useOwnSuppliers();
  const columns = useColumns();
  const state = useView('state', WORK_STATES);
  const query = usePages('GET /benefit/work', { query: state ? { state } : {} });
  return (
    <Page
      title={t('menu.work')}
      lead={t('work.lead')}
      actions={
        own.length > 0 && (
          <div className="flex flex-wrap gap-3">
            <LinkButton to="/benefit/work/new">{t('work.sheet')}</LinkButton>
            {own.map((supplier) => (
              <DayCode key={supplier.id} supplier={supplier} named={own.length > 1} />
            ))}
          </div>
        )
      }
    >
      <WorkAreas />
      <Views
        name="state"
        label={t('list.state')}
        views={[
          { value: '', word: t('list.all') },
          ...WORK_STATES.map((value) => ({ value, word: t(`came.work.${value}`) })),
        ]}
      />
      <Listing
        id="work"
        query={query}
        caption={t('menu.work')}
        edit={own.length > 0 ? (row) => (isOpen(row) ? `/benefit/work/${row.id}/correct` : null) : undefined}
        bulk={useWithdrawMany(own.length > 0)}
        rowKey={(row) => row.id}
        empty={{ title: t('work.none'), text: t('work.noneText') }}
        columns={columns}
      />
    </Page>
  );
}
