import {
  type Column,
  type Output,
  formatBasisPoints,
  formatNumber,
  LinkButton,
  Money,
  Notice,
  useApi,
  useLocale,
  usePages,
} from '@xihuo/ui';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { StateBadge, useOwnSuppliers } from './parts';
import { AsOf, DividendAreas } from './pools-page';

/** Null until it is known what kind of supplier it is. */
export function useIsCooperative(supplierId: string | undefined): boolean | null {
  const { data } = useApi(
    'GET /suppliers/{id}',
    { params: { id: supplierId ?? '' } },
    { enabled: supplierId !== undefined, staleTime: Infinity },
  );
  return data ? data.kind === 'cooperative' : null;
}

type Row = Output<'GET /benefit/distributions'>['data'][number];

function useColumns(): readonly Column<Row>[] {
  const t = useT();
  const locale = useLocale();
  const own = useOwnSuppliers();
  return [
    {
      id: 'year',
      header: t('pool.year'),
      rowHeader: true,
      cell: (row) => (
        <>
          <RowLink to={`/benefit/distributions/${row.id}`}>{t('pool.ofYear', { year: row.year })}</RowLink>
          {row.state === 'draft' && <AsOf day={row.figuresOf} />}
        </>
      ),
    },
    ...(own.length === 1
      ? []
      : [
          {
            id: 'supplier',
            header: t('agreement.supplier'),
            cell: (row: Row) => row.supplier.name,
          },
        ]),
    {
      id: 'distributable',
      header: t('distribution.distributable'),
      numeric: true,
      cell: (row) => <Money value={row.distributable} />,
    },
    {
      id: 'volume',
      header: t('distribution.byVolume'),
      numeric: true,
      cell: (row) => <Money value={row.byVolume} />,
    },
    {
      id: 'share',
      header: t('distribution.share'),
      numeric: true,
      cell: (row) => formatBasisPoints(row.shareBp, locale),
    },
    {
      id: 'members',
      header: t('distribution.members'),
      numeric: true,
      cell: (row) => formatNumber(row.members, locale),
    },
    { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`pool.${row.state}`} /> },
    { id: 'on', header: t('pool.declaredOn'), cell: (row) => <Day value={row.declaredOn} /> },
  ];
}

/** Cooperatives' yearly distributions, with what share went back by transaction volume. */
export function DistributionsPage() {
  const columns = useColumns();
  const t = useT();
  const own = useOwnSuppliers();
  const cooperative = useIsCooperative(own[0]?.id);
  const query = usePages('GET /benefit/distributions', { query: {} });
  return (
    <Page
      title={t('distribution.list')}
      lead={t('distribution.lead')}
      actions={cooperative && <LinkButton to="/benefit/distributions/new">{t('distribution.new')}</LinkButton>}
    >
      <DividendAreas />
      {cooperative === false && (
        <div className="mb-4">
          <Notice tone="info" title={t('distribution.onlyCooperatives')} />
        </div>
      )}
      <Listing
        id="distributions"
        query={query}
        caption={t('distribution.list')}
        rowKey={(row) => row.id}
        empty={{ title: t('distribution.none'), text: t('distribution.noneText') }}
        columns={columns}
      />
    </Page>
  );
}
